package org.candela.viewer.window;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * The presets in use and their store: modality by modality those that come with the program, or a list of the practice in
 * their place, or one of the reader's own. Safe from any thread; what says it waits for the store must not be called on the FX thread.
 */
// [impl->req~viewer.window-presets~1]
public final class PresetLibrary {
    private static final WindowPresets SHIPPED = WindowPresets.bundled();

    private final Database database;
    private final Clock clock;
    private final Map<String, List<WindowPreset>> practice;
    private volatile InUse inUse;

    /** Both at once, so that no thread sees one without the other. */
    private record InUse(Map<String, List<WindowPreset>> own, WindowPresets all) {
        static InUse of(Map<String, List<WindowPreset>> practice, Map<String, List<WindowPreset>> own) {
            return new InUse(Map.copyOf(own), over(over(SHIPPED, practice), own));
        }

        private static WindowPresets over(WindowPresets below, Map<String, List<WindowPreset>> lists) {
            WindowPresets all = below;
            for (Map.Entry<String, List<WindowPreset>> list : new TreeMap<>(lists).entrySet()) {
                all = all.with(list.getKey(), list.getValue());
            }
            return all;
        }
    }

    private PresetLibrary(Database database, Clock clock, Layers layers) {
        this.database = database;
        this.clock = clock;
        this.practice = layers.practice();
        this.inUse = InUse.of(practice, layers.own());
    }

    private record Layers(Map<String, List<WindowPreset>> practice, Map<String, List<WindowPreset>> own) {}

    /** The shipped presets, over them those of the practice, over them the reader's own. Waits for the store. */
    // [impl->req~practice.layers~1]
    public static PresetLibrary open(Database database, Clock clock) throws StoreException {
        return new PresetLibrary(
                database,
                clock,
                database.read(tx -> new Layers(PresetRepository.ofPractice(tx), PresetRepository.all(tx))));
    }

    /** Whether the practice has a list for a modality. */
    public boolean isOfPractice(String modality) {
        return practice.containsKey(modality);
    }

    /** The presets in use. */
    public WindowPresets presets() {
        return inUse.all();
    }

    /** The reader's own list of a modality; empty where that has the shipped ones. */
    public Optional<List<WindowPreset>> own(String modality) {
        return Optional.ofNullable(inUse.own().get(modality));
    }

    /** Modalities with a list of the reader's own. */
    public List<String> edited() {
        return inUse.own().keySet().stream().sorted().toList();
    }

    /** Uses another list for a modality from now on, the shipped one where {@code list} is empty; nothing is kept yet. */
    void use(String modality, Optional<List<WindowPreset>> list) {
        Map<String, List<WindowPreset>> changed = new TreeMap<>(inUse.own());
        changed.remove(modality);
        list.ifPresent(presets -> changed.put(modality, List.copyOf(presets)));
        inUse = InUse.of(practice, changed);
    }

    /** Keeps what is used now for a modality. Waits for the store. */
    void keep(String modality) throws StoreException {
        Optional<List<WindowPreset>> list = own(modality);
        Instant now = clock.instant();
        database.change(tx -> {
            if (list.isPresent()) {
                PresetRepository.save(tx, modality, list.orElseThrow(), now);
            } else {
                PresetRepository.remove(tx, modality);
            }
        });
    }

    /** Uses and keeps these instead of all lists of the modalities they are for. All or none. Waits for the store. */
    public void take(List<WindowPreset> presets) throws StoreException {
        Map<String, List<WindowPreset>> lists = presets.stream().collect(Collectors.groupingBy(WindowPreset::modality));
        Instant now = clock.instant();
        database.change(tx -> {
            for (Map.Entry<String, List<WindowPreset>> list : lists.entrySet()) {
                PresetRepository.save(tx, list.getKey(), list.getValue(), now);
            }
        });
        lists.forEach((modality, list) -> use(modality, Optional.of(list)));
    }

    /** Forgets all lists of the reader's own. Waits for the store. */
    public void reset() throws StoreException {
        database.change(PresetRepository::removeAll);
        inUse = InUse.of(practice, Map.of());
    }
}
