package org.candela.calibration;

import java.util.Locale;

/** A place that can hold what calibrates a display; closed. */
public sealed interface LutHolder {
    /** In a line of a report. */
    String description();

    /** Our own renderer, with the colours of a palette: nothing outside Candela is changed. */
    record Renderer(GreyPalette palette) implements LutHolder {
        @Override
        public String description() {
            return "display table in the renderer, palette of " + palette.size() + " greys";
        }
    }

    /**
     * The LUT of the graphics card, 256 entries.
     *
     * @param outputBits 8 to 16 that really reach the panel, not those that the driver takes
     */
    record Graphics(int outputBits) implements LutHolder {
        @Override
        public String description() {
            return "graphics LUT of " + outputBits + " bits";
        }
    }

    /**
     * The LUT of the monitor.
     *
     * @param entries as VCP 73 states
     * @param bits as VCP 73 states, 8 to 16
     */
    record Monitor(int entries, int bits) implements LutHolder {
        @Override
        public String description() {
            return String.format(Locale.ROOT, "monitor LUT of %d entries, %d bits", entries, bits);
        }
    }
}
