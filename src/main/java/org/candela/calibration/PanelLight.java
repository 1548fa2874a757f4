package org.candela.calibration;

import java.util.List;

/**
 * Light of an 8-bit panel for any red, green and blue code, from measured responses; channels add.
 *
 * <p>L(r, g, b) = L_black + Σ (L_c(code) − L_c(0)). Where only grey was measured, channel c has the share w_c of every grey:
 * L_c(code) − L_c(0) = w_c · (L_grey(code) − L_black), so that equal codes give the grey that was measured. Between two
 * greys this is a straight line, as the panel really does it, not the bend of the grey curve. Codes that were not measured
 * have no light here: nothing is extrapolated. Immutable.
 */
// [impl->req~calibration.panel-light~1]
public final class PanelLight {
    static final int WHITE = 255;

    /** For each channel the light that a code adds over black, NaN where it was not measured. */
    private final double[][] added;

    private final double black;

    private PanelLight(double black, double[][] added) {
        this.black = black;
        this.added = added;
    }

    /** From the response of grey and the channels' shares of it. */
    public static PanelLight of(LuminanceResponse grey, ChannelWeights weights) {
        double[] all = codes(grey);
        double black = grey.darkest();
        return new PanelLight(black, new double[][] {
            shares(all, black, weights.red()), shares(all, black, weights.green()), shares(all, black, weights.blue())
        });
    }

    /**
     * From responses of red, green and blue measured alone, each over the same black.
     *
     * @throws IllegalArgumentException when there are not three
     */
    public static PanelLight ofChannels(List<LuminanceResponse> redGreenBlue) {
        if (redGreenBlue.size() != 3) {
            throw new IllegalArgumentException("not three channels: " + redGreenBlue.size());
        }
        double[][] added = new double[3][];
        double black = 0;
        for (int channel = 0; channel < added.length; channel++) {
            LuminanceResponse response = redGreenBlue.get(channel);
            added[channel] = shares(codes(response), response.darkest(), 1);
            black += response.darkest() / added.length;
        }
        return new PanelLight(black, added);
    }

    /** Emitted luminance in cd/m² of codes 0 to 255; NaN where a code lies outside what was measured. */
    public double luminance(int red, int green, int blue) {
        return black + added[0][red] + added[1][green] + added[2][blue];
    }

    private static double[] codes(LuminanceResponse response) {
        double[] luminances = new double[WHITE + 1];
        for (int code = 0; code <= WHITE; code++) {
            boolean isMeasured = code >= response.firstDrive() && code <= response.lastDrive();
            luminances[code] = isMeasured ? response.luminance(code) : Double.NaN;
        }
        return luminances;
    }

    private static double[] shares(double[] luminances, double black, double share) {
        double[] added = new double[luminances.length];
        for (int code = 0; code < added.length; code++) {
            added[code] = share * (luminances[code] - black);
        }
        return added;
    }
}
