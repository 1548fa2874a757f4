package org.candela.viewer.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.candela.image.VoiWindow;

/** The presets of {@code window-presets.yaml}, in its order. Immutable. */
public final class WindowPresets {
    private final List<WindowPreset> presets;

    private WindowPresets(List<WindowPreset> presets) {
        this.presets = List.copyOf(presets);
    }

    /** The presets that come with the program. */
    public static WindowPresets bundled() {
        try (InputStream file = Objects.requireNonNull(
                WindowPresets.class.getResourceAsStream("window-presets.yaml"), "window-presets.yaml is missing")) {
            return read(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The presets for a modality, in the order of their keys. */
    public List<WindowPreset> of(String modality) {
        return presets.stream()
                .filter(preset -> preset.modality().equals(modality))
                .toList();
    }

    /** The preset number {@code number}, from 1, of a modality. */
    public Optional<WindowPreset> numbered(String modality, int number) {
        return of(modality).stream().skip(number - 1).findFirst();
    }

    private static WindowPresets read(JsonNode file) {
        List<WindowPreset> presets = new ArrayList<>();
        for (JsonNode node : file.path("presets")) {
            VoiWindow window = VoiWindow.linear(
                    node.path("center").asDouble(), node.path("width").asDouble());
            presets.add(new WindowPreset(
                    node.path("id").asText(),
                    node.path("name").asText(),
                    node.path("modality").asText(),
                    window));
        }
        return new WindowPresets(presets);
    }
}
