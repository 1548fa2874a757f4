package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.watch.RampRecovery.Outcome;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left on the disk and on the display when the program ends at any moment, and what the next one makes of it. */
class RampJournalTest {
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RampJournal journal;

    @BeforeEach
    void open() throws Exception {
        desk = new WatchDesk(folder);
        desk.ramps.put(LEFT, WARM);
        journal = new RampJournal(folder.resolve("ramps"));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void whatWasFoundIsOnTheDiskBeforeTheFirstRampIsLoaded() throws Exception {
        AtomicReference<GammaRamp> known = new AtomicReference<>();
        JournaledGraphicsLut lut = new JournaledGraphicsLut(
                new Forwarding(desk.lut) {
                    @Override
                    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
                        known.set(new RampJournal(folder.resolve("ramps"))
                                .entry(display.id())
                                .orElseThrow()
                                .found());
                        super.load(display, ramp);
                    }
                },
                journal);

        lut.load(LEFT, NEUTRAL);

        assertEquals(WARM, known.get());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void putBackByARunNothingStaysOnTheDisk() throws Exception {
        JournaledGraphicsLut lut = new JournaledGraphicsLut(desk.lut, journal);
        lut.load(LEFT, NEUTRAL);

        lut.load(LEFT, WARM);

        assertTrue(journal.entry(LEFT.id()).isEmpty());
        assertEquals(List.of(), files());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void aDiskThatCannotBeWrittenKeepsTheRampUnchanged() throws Exception {
        Files.writeString(folder.resolve("ramps"), "a file where the folder should be");
        JournaledGraphicsLut lut = new JournaledGraphicsLut(desk.lut, journal);

        DeviceException refused = assertThrows(DeviceException.class, () -> lut.load(LEFT, NEUTRAL));

        assertEquals("device.ramp-journal", refused.code());
        assertEquals(WARM, desk.ramps.get(LEFT));
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedWithTheNeutralRampLoadedTheRampFoundComesBack() throws Exception {
        new JournaledGraphicsLut(desk.lut, journal).load(LEFT, NEUTRAL);

        assertEquals(Outcome.PUT_BACK, recover());

        assertEquals(WARM, desk.ramps.get(LEFT));
        assertTrue(journal.entry(LEFT.id()).isEmpty());
        assertEquals(Event.NOTE, desk.book.history(LEFT.id()).get(0).event());
        assertEquals(Outcome.NOTHING_LEFT, recover());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedWithATableInForceTheTableDecidesAndTheRampFoundComesBackAtTheEnd() throws Exception {
        JournaledGraphicsLut killed = new JournaledGraphicsLut(desk.lut, journal);
        desk.calibrate(LEFT);
        desk.ramps.put(LEFT, WARM);
        killed.load(LEFT, NEUTRAL);

        JournaledGraphicsLut next = new JournaledGraphicsLut(desk.lut, journal);
        assertEquals(Outcome.LEFT_TO_TABLE, recover(next));
        assertEquals(NEUTRAL, desk.ramps.get(LEFT));
        next.close();

        assertEquals(WARM, desk.ramps.get(LEFT));
        assertTrue(journal.entry(LEFT.id()).isEmpty());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedAndThenChangedByAnotherProgramTheRampStaysAsThatOneWantsIt() throws Exception {
        new JournaledGraphicsLut(desk.lut, journal).load(LEFT, NEUTRAL);
        int[] half = new int[256];
        Arrays.fill(half, 128, 256, 65535);
        GammaRamp others = GammaRamp.grey(half);
        desk.ramps.put(LEFT, others);

        assertEquals(Outcome.FOREIGN, recover());

        assertEquals(others, desk.ramps.get(LEFT));
        assertEquals(1, desk.book.history(LEFT.id()).size(), "and it is told");
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedAndThenAnotherSizeNothingIsLoadedAndItIsTold() throws Exception {
        new JournaledGraphicsLut(desk.lut, journal).load(LEFT, NEUTRAL);
        desk.ramps.put(LEFT, GammaRamp.identity(1024));

        assertEquals(Outcome.OTHER_SIZE, recover());

        assertEquals(1024, desk.ramps.get(LEFT).size());
        assertTrue(desk.book.history(LEFT.id()).get(0).found().contains("another size"));
    }

    /** Xvfb answers zeros at first; put back on a real screen they would leave it black. */
    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void zerosThatWereFoundAreNeverPutBack() throws Exception {
        desk.ramps.put(LEFT, GammaRamp.grey(new int[256]));
        JournaledGraphicsLut lut = new JournaledGraphicsLut(desk.lut, journal);

        lut.load(LEFT, WARM);
        lut.close();

        assertEquals(NEUTRAL, desk.ramps.get(LEFT));
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void atTheEndAnotherProgramsRampIsLeftAlone() throws Exception {
        JournaledGraphicsLut lut = new JournaledGraphicsLut(desk.lut, journal);
        lut.load(LEFT, NEUTRAL);
        int[] dim = new int[256];
        Arrays.setAll(dim, i -> i * 128);
        GammaRamp nightLight = GammaRamp.grey(dim);
        desk.ramps.put(LEFT, nightLight);

        lut.close();

        assertEquals(nightLight, desk.ramps.get(LEFT));
        assertTrue(journal.entry(LEFT.id()).isEmpty());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void aDamagedFileIsToldAndEndsNothing() throws Exception {
        new JournaledGraphicsLut(desk.lut, journal).load(LEFT, NEUTRAL);
        Files.writeString(folder.resolve("ramps").resolve(files().get(0)), "{\"display\":");

        assertEquals(Outcome.NOTHING_LEFT, recover());
        assertEquals(NEUTRAL, desk.ramps.get(LEFT));
    }

    private Outcome recover() throws Exception {
        return recover(new JournaledGraphicsLut(desk.lut, journal));
    }

    private Outcome recover(JournaledGraphicsLut lut) throws Exception {
        return new RampRecovery(lut, journal, desk.ledger, desk.book).recover(LEFT);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("ramps"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
