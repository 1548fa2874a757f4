package org.candela.viewer.window;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.viewer.practice.PracticeTexts;
import org.candela.viewer.yaml.TextFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code window_preset}: the list of each edited modality as the text that is exported. */
final class PresetRepository {
    private static final Logger LOG = LoggerFactory.getLogger(PresetRepository.class);

    private PresetRepository() {}

    private record Row(String modality, String yaml) {}

    /** Lists by modality. A text that is not understood any more is left alone and not used. */
    static Map<String, List<WindowPreset>> all(Tx tx) throws StoreException {
        Map<String, List<WindowPreset>> lists = new TreeMap<>();
        for (Row row : tx.query(
                "SELECT modality, yaml FROM window_preset ORDER BY modality",
                found -> new Row(found.string("modality"), found.string("yaml")))) {
            try {
                lists.put(row.modality(), PresetsYaml.read(row.yaml()));
            } catch (TextFormatException e) {
                LOG.warn("window presets are not used [viewer.preset-format]: {}", e.getMessage());
            }
        }
        return lists;
    }

    /** Lists of the practice by modality; none where its text is not understood any more. */
    static Map<String, List<WindowPreset>> ofPractice(Tx tx) throws StoreException {
        Optional<String> text = PracticeTexts.of(tx, PracticeTexts.Kind.PRESETS);
        try {
            return text.isPresent()
                    ? PresetsYaml.read(text.orElseThrow()).stream()
                            .collect(Collectors.groupingBy(WindowPreset::modality))
                    : Map.of();
        } catch (TextFormatException e) {
            LOG.warn("window presets of the practice are not used [viewer.preset-format]: {}", e.getMessage());
            return Map.of();
        }
    }

    static void save(Tx tx, String modality, List<WindowPreset> presets, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO window_preset (modality, yaml, saved_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (modality) DO UPDATE SET yaml = excluded.yaml, saved_at = excluded.saved_at",
                modality,
                PresetsYaml.write(presets),
                at);
    }

    static void remove(Tx tx, String modality) throws StoreException {
        tx.update("DELETE FROM window_preset WHERE modality = ?", modality);
    }

    static void removeAll(Tx tx) throws StoreException {
        tx.update("DELETE FROM window_preset");
    }
}
