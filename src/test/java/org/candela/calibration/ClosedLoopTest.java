package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.candela.image.DisplayLut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From readings of simulated panels to a table, and the table measured on the panel's own quantised light. */
class ClosedLoopTest {
    /**
     * A simulated 8-bit panel.
     *
     * @param noise standard deviation of a reading, as a share
     */
    private record Panel(double gamma, double black, double white, double ambient, double noise) {
        double emitted(int argb) {
            return black
                    + (white - black) * (0.2126 * share(argb >> 16) + 0.7152 * share(argb >> 8) + 0.0722 * share(argb));
        }

        private double share(int code) {
            return Math.pow((code & 0xFF) / 255.0, gamma);
        }

        LuminanceResponse measured(Random random) throws CalibrationException {
            List<LuminanceResponse.Point> points = new ArrayList<>();
            for (int drive = 0; drive <= 255; drive += 5) {
                double reading = emitted(drive * 0x010101) * (1 + noise * random.nextGaussian());
                points.add(new LuminanceResponse.Point(drive, new Luminance(reading)));
            }
            return LuminanceResponse.of(points);
        }

        double[] seen(DisplayLut lut, ResponseLevels levels) {
            return DoubleStream.of(levels.pValues())
                    .map(p -> ambient + emitted(lut.argb((int) Math.round(p * 257))))
                    .toArray();
        }
    }

    private record Proof(int distinct, double at18, double at52, double at256) {
        static Proof of(Panel panel, DisplayLut lut) {
            double[] all = panel.seen(lut, ResponseLevels.ALL);
            return new Proof(
                    (int) DoubleStream.of(all).distinct().count(),
                    ContrastResponse.of(panel.seen(lut, ResponseLevels.EIGHTEEN))
                            .kappaDelta(),
                    ContrastResponse.of(panel.seen(lut, ResponseLevels.FIFTY_TWO))
                            .kappaDelta(),
                    ContrastResponse.of(all).judgedKappaDelta());
        }
    }

    /** γ 2.2, L' 1.0 to 350, 8 bits, with and without ambient light: the seven-step palette is enough, if only just. */
    // [utest->req~calibration.closed-loop~1]
    @ParameterizedTest
    @CsvSource({"1.0, 350, 0", "0.8, 349.8, 0.2"})
    void anEightBitPanelReachesTwoPercentThroughTheRenderer(double black, double white, double ambient)
            throws CalibrationException {
        Panel panel = new Panel(2.2, black, white, ambient, 0);
        GsdfTarget target = new GsdfTarget(new Luminance(1), new Luminance(350), new Luminance(ambient));

        Proof proof = Proof.of(
                panel,
                LutBuilder.of(panel.measured(new Random(1)), target)
                        .forRenderer(GreyPalette.SUB_GREY_1786, ChannelWeights.SRGB)
                        .table());

        assertEquals(256, proof.distinct());
        assertTrue(proof.at18() <= 0.02 && proof.at52() <= 0.10, proof.toString());
    }

    /** Panels that have more than the target needs, readings that scatter by 0.1 %, rooms from dark to bright. */
    // [utest->req~calibration.closed-loop~1]
    @ParameterizedTest
    @CsvSource({
        "1.8, 0.8, 420, 0.2",
        "2.0, 0.6, 420, 0",
        "2.2, 0.8, 420, 0.2",
        "2.2, 0.3, 500, 0.5",
        "2.4, 0.5, 420, 0.4",
        "2.2, 0.0005, 600, 0.3",
        "2.2, 0.02, 420, 1.0"
    })
    void everyPanelReachesTwoPercentThroughTheFinestPalette(double gamma, double black, double white, double ambient)
            throws CalibrationException {
        Panel panel = new Panel(gamma, black, white, ambient, 0.001);
        GsdfTarget target = new GsdfTarget(new Luminance(1.05), new Luminance(360), new Luminance(ambient));

        for (int seed = 0; seed < 5; seed++) {
            Proof proof = Proof.of(
                    panel,
                    LutBuilder.of(panel.measured(new Random(seed)), target)
                            .forRenderer(GreyPalette.SUB_GREY_4834, ChannelWeights.SRGB)
                            .table());

            assertEquals(256, proof.distinct());
            assertTrue(proof.at18() <= 0.02 && proof.at52() <= 0.10, proof.toString());
        }
    }

    /** The prediction is what is then measured, if the panel was measured without noise. */
    // [utest->req~calibration.closed-loop~1]
    @ParameterizedTest
    @CsvSource({"GREY_256", "SUB_GREY_766", "SUB_GREY_1786", "SUB_GREY_4834"})
    void thePredictionComesTrue(GreyPalette palette) throws CalibrationException {
        Panel panel = new Panel(2.2, 0.8, 420, 0.2, 0);
        GsdfTarget target = new GsdfTarget(new Luminance(1), new Luminance(350), new Luminance(0.2));
        LutBuilder.Built<DisplayLut> built =
                LutBuilder.of(Displays.gamma(2.2, 0.8, 420), target).forRenderer(palette, ChannelWeights.SRGB);

        Proof proof = Proof.of(panel, built.table());

        assertEquals(built.prediction().distinctLevels(), proof.distinct());
        assertEquals(built.prediction().kappaDelta(), proof.at18(), 1e-6);
        assertEquals(built.prediction().kappaDelta52(), proof.at52(), 1e-6);
        assertEquals(built.prediction().kappaDelta256(), proof.at256(), 1e-6);
    }

    /** A panel of 6 bits has 64 lights: no table of 256 greys gives it more, and the prediction says so. */
    // [utest->req~calibration.closed-loop~1]
    @Test
    void aPanelOfFewLightsIsToldHonestly() throws CalibrationException {
        List<LuminanceResponse.Point> points = IntStream.rangeClosed(0, 255)
                .mapToObj(drive -> new LuminanceResponse.Point(
                        drive, new Luminance(0.8 + 419.2 * Math.pow(Math.floorDiv(drive, 4) / 63.0, 2.2))))
                .toList();
        GsdfTarget target = new GsdfTarget(new Luminance(1), new Luminance(350), new Luminance(0.2));
        LutBuilder builder = LutBuilder.of(LuminanceResponse.of(points), target);
        PanelLight light = PanelLight.of(LuminanceResponse.of(points), ChannelWeights.SRGB);

        LutPlan plan = LutPlan.of(builder, light, LutPlan.RENDERER.subList(0, 1));

        assertTrue(plan.best().prediction().distinctLevels() <= 64, plan.toString());
        assertTrue(!plan.best().isGoodEnough() && plan.best().prediction().kappaDelta() > 0.1, plan.toString());
    }

    /** A display in its DICOM preset needs hardly a table: it passes already, and is not made worse. */
    // [utest->req~calibration.closed-loop~1]
    @Test
    void aDisplayInItsDicomPresetStaysOne() throws CalibrationException {
        double[] preset = Displays.gsdf(256, 1, 400);
        LuminanceResponse response = LuminanceResponse.of(IntStream.range(0, 256)
                .mapToObj(drive -> new LuminanceResponse.Point(drive, new Luminance(preset[drive])))
                .toList());
        GsdfTarget target = new GsdfTarget(new Luminance(1.1), new Luminance(385), Luminance.ZERO);

        LutPlan plan = LutPlan.of(
                LutBuilder.of(response, target), PanelLight.of(response, ChannelWeights.SRGB), LutPlan.RENDERER);

        assertTrue(plan.best().isGoodEnough(), plan.toString());
    }
}
