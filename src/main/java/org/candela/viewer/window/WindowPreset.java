package org.candela.viewer.window;

import java.util.Optional;
import org.candela.image.VoiWindow;

/**
 * A window by name.
 *
 * @param name what the reader calls it, 1 to {@value #LONGEST_NAME} characters
 * @param modality the Modality (0008,0060) whose values it is meant for
 * @param bodyPart the Body Part Examined (0018,0015) it is meant for; empty for any
 * @param unit of centre and width, as {@code "HU"} or {@code "SUVbw"}; empty where values have none, or any
 */
public record WindowPreset(String name, String modality, String bodyPart, String unit, VoiWindow window) {
    /** Longest name that a line beside an image bears. */
    public static final int LONGEST_NAME = 40;

    public WindowPreset {
        if (name.isBlank() || name.length() > LONGEST_NAME || modality.isBlank()) {
            throw new IllegalArgumentException(
                    "a preset has a name of 1 to " + LONGEST_NAME + " characters and a modality: " + name);
        }
    }

    /** The same under another name. */
    public WindowPreset named(String other) {
        return new WindowPreset(other, modality, bodyPart, unit, window);
    }

    /** Whether it is meant for this part of the body. */
    boolean isFor(String examined) {
        return bodyPart.isEmpty() || bodyPart.equalsIgnoreCase(examined);
    }

    /**
     * The window over the values of an image; empty where its unit is another. A window in SUV by body weight is brought
     * to modality values by {@code value = SUV / factor}.
     */
    // [impl->req~viewer.window-presets~1]
    public Optional<VoiWindow> on(ValueScale scale) {
        if (unit.isEmpty() || unit.equals(scale.unit())) {
            return Optional.of(window);
        }
        return unit.equals(ValueScale.SUV) && scale.uptake().isPresent()
                ? Optional.of(scale.fromUptake(window))
                : Optional.empty();
    }
}
