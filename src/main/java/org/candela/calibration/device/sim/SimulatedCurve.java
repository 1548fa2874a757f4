package org.candela.calibration.device.sim;

import org.candela.calibration.JndScale;

/** How much of its light a panel gives at a share of its drive, both from 0 to 1. */
@FunctionalInterface
public interface SimulatedCurve {
    /** Share of the light between black and white, monotone, 0 at 0 and 1 at 1. */
    double light(double drive);

    /** drive^exponent; {@code exponent} > 0. */
    static SimulatedCurve gamma(double exponent) {
        if (!(exponent > 0)) {
            throw new IllegalArgumentException("an exponent must be positive: " + exponent);
        }
        return drive -> Math.pow(drive, exponent);
    }

    /**
     * The preset that monitors call DICOM: along the GSDF between its own black and white, as if the room were dark.
     *
     * @param black at least 0.05 cd/m²
     * @param white cd/m²
     */
    static SimulatedCurve dicom(double black, double white) {
        double first = JndScale.index(black);
        double last = JndScale.index(white);
        double darkest = JndScale.luminance(first);
        double brightest = JndScale.luminance(last);
        return drive -> (JndScale.luminance(first + drive * (last - first)) - darkest) / (brightest - darkest);
    }
}
