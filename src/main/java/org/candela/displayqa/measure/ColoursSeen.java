package org.candela.displayqa.measure;

import java.util.List;
import org.candela.calibration.Tristimulus;

/**
 * Colour of greys, where the meter sees colour.
 *
 * @param colours from dark to bright, ambient light not included
 */
public record ColoursSeen(List<Grey> colours) implements Finding {
    public ColoursSeen {
        colours = List.copyOf(colours);
    }

    /**
     * Light of one grey.
     *
     * @param pValue 0 to 255
     */
    public record Grey(int pValue, Tristimulus light) {}

    /** The brightest grey, white where all levels were measured. */
    public Grey white() {
        return colours.get(colours.size() - 1);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.colours(this);
    }
}
