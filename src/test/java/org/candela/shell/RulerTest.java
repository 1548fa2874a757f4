package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.shell.Ruler.Known;
import org.candela.shell.Ruler.Verdict;
import org.candela.store.Database;
import org.candela.viewer.picture.ScreenPitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~shell.ruler~1]
class RulerTest {
    private static final double EXACT = 1e-12;
    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");
    private static final ScreenPitch STATED = new ScreenPitch(0.2, 0.2);

    @Test
    void theLinesBeginWhereACardFitsIfThePanelTellsTheTruth() {
        Ruler ruler = new Ruler(upright(Optional.of(STATED)));

        assertEquals(428, ruler.columns(), "85.60 mm of 0.2 mm each");
        assertEquals(428, ruler.rows());
        assertEquals(Verdict.FITS, ruler.verdict());
    }

    @Test
    void acrossAndDownwardsAreMeasuredEachForItself() {
        Ruler ruler = new Ruler(upright(Optional.of(STATED)));

        ruler.move(12, -8);

        MeasuredPitch measured = ruler.accept(NOW).orElseThrow();
        assertEquals(85.60 / 440, measured.pitch().columnMm(), EXACT);
        assertEquals(85.60 / 420, measured.pitch().rowMm(), EXACT);
        assertEquals(new MeasuredPitch(measured.pitch(), 1536, 2048, NOW), measured);
    }

    @Test
    void moreThanFifteenPercentFromWhatThePanelStatesIsAskedForAgain() {
        Ruler ruler = new Ruler(upright(Optional.of(STATED)));
        ruler.move(-56, 0); // 428 / 372 = 1.1505
        assertEquals(Verdict.SUSPICIOUS, ruler.verdict());

        assertEquals(Optional.empty(), ruler.accept(NOW));
        assertTrue(ruler.asksAgain());
        assertTrue(ruler.accept(NOW).isPresent());

        ruler.move(0, 1);
        assertEquals(Optional.empty(), ruler.accept(NOW), "what was moved since is asked for anew");
        ruler.move(1, 0);
        assertEquals(Verdict.FITS, ruler.verdict());
    }

    @Test
    void pixelsOfNoPanelAreNeverKept() {
        Ruler ruler = new Ruler(upright(Optional.empty()));
        ruler.move(-10_000, 0);

        assertEquals(1, ruler.columns());
        assertEquals(Verdict.IMPOSSIBLE, ruler.verdict());
        assertEquals(Optional.empty(), ruler.accept(NOW));
        assertEquals(Optional.empty(), ruler.accept(NOW));
    }

    @Test
    void aLongerRulerKeepsWhatTheLinesSayAndOneThatFindsNoRoomIsPassedOver() {
        Ruler ruler = new Ruler(upright(Optional.of(STATED)));

        ruler.useNext();
        assertEquals(Known.RULER_100, ruler.known());
        assertEquals(500, ruler.columns());
        ruler.useNext();
        assertEquals(Known.RULER_200, ruler.known());
        assertEquals(1000, ruler.rows());

        Ruler small = new Ruler(screen("S", 600, 600, Optional.of(STATED)));
        small.useNext();
        assertEquals(Known.CARD, small.known(), "100 mm are 500 of 600 pixels, which leaves no room for words");
    }

    @Test
    void whatWasMeasuredIsUsedInItsModeAloneUprightOrLying(@TempDir Path folder) throws Exception {
        MeasuredPitch measured = new MeasuredPitch(new ScreenPitch(0.21, 0.22), 1536, 2048, NOW);
        DeskScreen upright = upright(Optional.of(STATED));
        DeskScreen lying = screen("A", 2048, 1536, Optional.of(STATED));
        DeskScreen coarse = screen("A", 1280, 1024, Optional.of(STATED));
        DeskScreen other = screen("B", 1536, 2048, Optional.of(STATED));
        try (Database database = Database.open(folder.resolve("candela.db"), Clock.systemUTC())) {
            new PanelPitches(database).keep(upright.id(), new MeasuredPitch(STATED, 1536, 2048, NOW));
            new PanelPitches(database).keep(upright.id(), measured);
        }

        try (Database database = Database.open(folder.resolve("candela.db"), Clock.systemUTC())) {
            List<Optional<ScreenPitch>> found = new PanelPitches(database)
                    .on(List.of(upright, lying, coarse, other)).stream()
                            .map(DeskScreen::pitch)
                            .toList();

            assertEquals(
                    List.of(
                            Optional.of(new ScreenPitch(0.21, 0.22)),
                            Optional.of(new ScreenPitch(0.22, 0.21)),
                            Optional.of(STATED),
                            Optional.of(STATED)),
                    found);
        }
    }

    private static DeskScreen upright(Optional<ScreenPitch> stated) {
        return screen("A", 1536, 2048, stated);
    }

    private static DeskScreen screen(String id, int width, int height, Optional<ScreenPitch> stated) {
        return new DeskScreen(new ScreenId(id), id, new Area(0, 0, width, height), 1, false, stated, Optional.empty());
    }
}
