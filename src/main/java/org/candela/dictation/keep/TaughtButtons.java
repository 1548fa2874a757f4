package org.candela.dictation.keep;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * What the reader taught buttons, by device (as {@code 0554:1001}) and button. Blocks on the disk.
 *
 * @param byButton device, a space and button, to what it does
 */
// [impl->req~dictation.buttons~1]
public record TaughtButtons(Map<String, ButtonAction> byButton) {
    public TaughtButtons {
        byButton = Map.copyOf(byButton);
    }

    /** As they are now. */
    public static TaughtButtons load(Database database) throws StoreException {
        Map<String, ButtonAction> all = new TreeMap<>();
        database.read(ButtonRepository::list)
                .forEach(taught -> all.put(taught.device() + " " + taught.button(), taught.action()));
        return new TaughtButtons(all);
    }

    /** Keeps what a button does from now on. */
    public static void teach(Database database, String device, String button, ButtonAction action)
            throws StoreException {
        database.change(tx -> ButtonRepository.set(tx, device, button, action));
    }

    /** What it does: what it was taught, else the usual. */
    public ButtonAction of(String device, String button) {
        return byButton.getOrDefault(device + " " + button, ButtonAction.usual(button));
    }

    /** Devices of which a button was taught. */
    public Set<String> devices() {
        return byButton.keySet().stream()
                .map(key -> key.substring(0, key.indexOf(' ')))
                .collect(Collectors.toUnmodifiableSet());
    }
}
