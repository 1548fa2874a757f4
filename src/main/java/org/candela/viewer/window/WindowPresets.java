package org.candela.viewer.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.viewer.yaml.TextFormatException;

/** Presets in the order of their keys, modality by modality. Immutable. */
public final class WindowPresets {
    private final List<WindowPreset> presets;

    WindowPresets(List<WindowPreset> presets) {
        this.presets = List.copyOf(presets);
    }

    /** The presets that come with the program. */
    public static WindowPresets bundled() {
        try (InputStream file = Objects.requireNonNull(
                WindowPresets.class.getResourceAsStream("window-presets.yaml"), "window-presets.yaml is missing")) {
            return new WindowPresets(PresetsYaml.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TextFormatException e) {
            throw new IllegalStateException("the shipped presets are not understood", e);
        }
    }

    /** All of them. */
    public List<WindowPreset> all() {
        return presets;
    }

    /** The presets of a modality, whatever the part of the body. */
    public List<WindowPreset> of(String modality) {
        return presets.stream()
                .filter(preset -> preset.modality().equals(modality))
                .toList();
    }

    /** The presets for a modality and a part of the body, in the order of their keys. */
    public List<WindowPreset> of(String modality, String bodyPart) {
        return of(modality).stream().filter(preset -> preset.isFor(bodyPart)).toList();
    }

    /** The preset number {@code number}, from 1, for a modality and a part of the body. */
    public Optional<WindowPreset> numbered(String modality, String bodyPart, int number) {
        return of(modality, bodyPart).stream().skip(number - 1).findFirst();
    }

    /** These, but for those of one modality, which are {@code instead}. */
    WindowPresets with(String modality, List<WindowPreset> instead) {
        return new WindowPresets(Stream.concat(
                        presets.stream().filter(preset -> !preset.modality().equals(modality)), instead.stream())
                .toList());
    }
}
