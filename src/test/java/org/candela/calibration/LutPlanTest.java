package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LutPlanTest {
    private static final GsdfTarget TARGET =
            new GsdfTarget(new Luminance(1.0), new Luminance(350.2), new Luminance(0.2));

    // [utest->req~calibration.plan~1]
    @Test
    void whatIsGoodEnoughComesInTheOrderLikedAndBeforeTheRest() throws CalibrationException {
        List<LutHolder> holders = new ArrayList<>(LutPlan.RENDERER);
        holders.add(new LutHolder.Graphics(8));
        holders.add(new LutHolder.Graphics(12));
        holders.add(new LutHolder.Monitor(1024, 14));

        LutPlan plan = plan(holders);

        assertEquals(
                new LutHolder.Renderer(GreyPalette.SUB_GREY_4834), plan.best().holder());
        assertEquals(
                List.of(
                        "display table in the renderer, palette of 4834 greys",
                        "graphics LUT of 12 bits",
                        "monitor LUT of 1024 entries, 14 bits",
                        "display table in the renderer, palette of 1786 greys",
                        "display table in the renderer, palette of 766 greys",
                        "display table in the renderer, palette of 256 greys",
                        "graphics LUT of 8 bits"),
                plan.choices().stream()
                        .map(choice -> choice.holder().description())
                        .toList());
    }

    // [utest->req~calibration.plan~1]
    @Test
    void ifNothingIsGoodEnoughMostLevelsWin() throws CalibrationException {
        LutPlan plan = plan(List.of(new LutHolder.Graphics(8), new LutHolder.Graphics(9), new LutHolder.Graphics(10)));

        assertEquals(new LutHolder.Graphics(10), plan.best().holder());
        assertTrue(!plan.best().isGoodEnough(), plan.toString());
        assertThrows(IllegalArgumentException.class, () -> plan(List.of()));
    }

    /**
     * Entries between which the monitor draws straight lines cost contrast; as many as P-values cost nothing; with somewhat
     * more, eight bits of input meet none of them exactly.
     */
    // [utest->req~calibration.plan~1]
    @ParameterizedTest
    @CsvSource({"17, 0.3, 0.8", "64, 0.01, 0.15", "256, 0, 0.02", "1024, 0.02, 0.06", "4096, 0, 0.03"})
    void aMonitorLutOfFewEntriesIsPredictedWorse(int entries, double least, double most) throws CalibrationException {
        double kappaDelta52 = builder().forMonitorLut(entries, 12).prediction().kappaDelta52();

        assertTrue(kappaDelta52 >= least && kappaDelta52 <= most, "κδ " + kappaDelta52);
    }

    // [utest->req~calibration.plan~1]
    @Test
    void aMonitorLutOf256EntriesIsTheGraphicsLutOfItsBits() throws CalibrationException {
        LutBuilder.Built<MonitorTable> monitor = builder().forMonitorLut(256, 10);
        LutBuilder.Built<GammaRamp> graphics = builder().forGraphicsLut(10);

        assertEquals(graphics.prediction(), monitor.prediction());
        assertEquals(256, monitor.table().size());
        assertEquals(10, monitor.table().bits());
        for (int i = 0; i < 256; i++) {
            assertEquals(graphics.table().red(i), Math.round(monitor.table().entry(i) * 65535 / 1023.0), "entry " + i);
        }
    }

    @Test
    void aLutOfNonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MonitorTable.of(8, new int[] {0, 256}));
        assertThrows(IllegalArgumentException.class, () -> MonitorTable.of(17, new int[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> MonitorTable.of(8, new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> builder().forGraphicsLut(7));
        assertEquals(MonitorTable.of(8, new int[] {0, 255}), MonitorTable.of(8, new int[] {0, 255}));
    }

    private static LutPlan plan(List<LutHolder> holders) throws CalibrationException {
        return LutPlan.of(builder(), PanelLight.of(Displays.gamma(2.2, 0.8, 350), ChannelWeights.SRGB), holders);
    }

    private static LutBuilder builder() throws CalibrationException {
        return LutBuilder.of(Displays.gamma(2.2, 0.8, 350), TARGET);
    }
}
