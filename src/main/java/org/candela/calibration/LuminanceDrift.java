package org.candela.calibration;

import java.util.List;

/**
 * White and black of a display against an earlier result of its own, or of a neighbour, both with the same ambient light.
 *
 * <p>Drift = (L' − L'_earlier) / L'_earlier, signed; ΔL = 2 |L1 − L2| / (L1 + L2) (AAPM TG18).
 *
 * @param white change of L'max, as a share: −0.1 is 10 % darker
 * @param black change of L'min, as a share
 */
// [impl->req~calibration.drift~1]
public record LuminanceDrift(double white, double black) {
    /** The ends of a response. */
    public record Ends(Luminance black, Luminance white) {
        /** Of what was measured at its first and last level. */
        public static Ends of(ContrastResponse response) {
            return new Ends(new Luminance(response.luminance(0)), new Luminance(response.luminance(response.steps())));
        }
    }

    /** What has become of {@code earlier}, whose luminances must be more than nothing. */
    public static LuminanceDrift between(Ends earlier, Ends now) {
        return new LuminanceDrift(
                now.white().cdPerM2() / earlier.white().cdPerM2() - 1,
                now.black().cdPerM2() / earlier.black().cdPerM2() - 1);
    }

    /** Largest ΔL'max between any two displays of a workstation, as a share of their mean; 0 for less than two. */
    public static double betweenDisplays(List<Luminance> whites) {
        return whites.stream()
                .flatMap(one -> whites.stream().map(other -> Uniformity.betweenDisplays(one, other)))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
