package org.candela.pad.hid;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dictation microphones and pedals that are plugged in, each read on a thread of its own. {@link #look} on one thread. */
// [impl->req~pad.hid~1]
public final class HidButtons {
    private static final Logger LOG = LoggerFactory.getLogger(HidButtons.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final ButtonPort port;
    private final Consumer<ButtonPress> hand;
    private final Executor threads;
    private final BooleanSupplier isOver;
    private final Set<ButtonPort.Plugged> read = ConcurrentHashMap.newKeySet();
    /** Of which it was said once that they cannot be read. */
    private final Set<ButtonPort.Plugged> refused = ConcurrentHashMap.newKeySet();

    /**
     * @param hand told on the thread of a device
     * @param threads one for each device as long as it is plugged in
     * @param isOver whether nobody listens any more; devices are let go within a quarter of a second
     */
    public HidButtons(ButtonPort port, Consumer<ButtonPress> hand, Executor threads, BooleanSupplier isOver) {
        this.port = port;
        this.hand = hand;
        this.threads = threads;
        this.isOver = isOver;
    }

    /** Devices whose buttons have names. */
    public static Set<String> known() {
        Set<String> all = new TreeSet<>();
        ButtonLayout.KNOWN.forEach(layout -> all.addAll(layout.devices()));
        return all;
    }

    /** What a device is called; its numbers when it is not known. */
    public static String nameOf(String device) {
        return ButtonLayout.of(device).name();
    }

    /** Looks for devices, known ones and {@code more}, and begins to read those that are new; to be called now and then. */
    public void look(Set<String> more) {
        if (isOver.getAsBoolean()) {
            return;
        }
        Set<String> all = known();
        all.addAll(more);
        port.plugged(all).stream().filter(read::add).forEach(plugged -> threads.execute(() -> follow(plugged)));
    }

    private void follow(ButtonPort.Plugged plugged) {
        ButtonDecoder decoder = new ButtonDecoder(plugged.device());
        try (ButtonPort.Open open = port.open(plugged)) {
            LOG.info("buttons of {} are read", nameOf(plugged.device()));
            refused.remove(plugged);
            while (!isOver.getAsBoolean()) {
                decoder.take(open.read(PATIENCE)).forEach(hand);
            }
        } catch (IOException e) {
            if (refused.add(plugged)) {
                LOG.warn("buttons of {} are not read: {} [pad.hid]", nameOf(plugged.device()), e.getMessage());
            }
        } finally {
            decoder.gone().forEach(hand); // a pedal that is pulled out holds nothing
            read.remove(plugged);
        }
    }
}
