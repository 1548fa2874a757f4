package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceDrift;

/**
 * Ends of the scale that a stored run measured, ambient light included.
 *
 * @param colour of white; empty where it was measured without colour
 */
public record StoredWhite(
        ScreenId display,
        long run,
        boolean isSimulated,
        Luminance black,
        Luminance white,
        Optional<Chromaticity> colour) {
    /** Both ends alone. */
    public LuminanceDrift.Ends ends() {
        return new LuminanceDrift.Ends(black, white);
    }

    /** Of a run that measured both ends; black must give light, since changes are told as shares of it. */
    static Optional<StoredWhite> of(StoredRun run) {
        RecordView view = run.view();
        Optional<double[]> ends = view.findings("levels")
                .findFirst()
                .map(levels -> ends(levels.path("levels")))
                .or(() -> view.ends().map(found -> new double[] {
                    found.path("blackCdPerM2").asDouble(),
                    found.path("whiteCdPerM2").asDouble()
                }));
        return ends.filter(found -> found[0] > 0)
                .map(found -> new StoredWhite(
                        run.display(),
                        run.sequence(),
                        run.isSimulated(),
                        new Luminance(found[0]),
                        new Luminance(found[1]),
                        colour(view)));
    }

    private static double[] ends(JsonNode levels) {
        return new double[] {
            levels.path(0).path("seenCdPerM2").asDouble(),
            levels.path(levels.size() - 1).path("seenCdPerM2").asDouble()
        };
    }

    private static Optional<Chromaticity> colour(RecordView view) {
        return view.findings("colours")
                .findFirst()
                .map(colours -> colours.path("greys"))
                .map(greys -> greys.path(greys.size() - 1))
                .filter(white -> white.has("uPrime"))
                .map(white -> new Chromaticity(
                        white.path("uPrime").asDouble(), white.path("vPrime").asDouble()));
    }
}
