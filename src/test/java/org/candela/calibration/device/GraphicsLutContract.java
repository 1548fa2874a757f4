package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.candela.calibration.GammaRamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every driver of graphics tables does, whatever is behind it. */
public abstract class GraphicsLutContract {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Bench bench;

    /** One display behind a driver, and a hand inside it. What cannot be brought about skips with that reason. */
    public interface Bench extends AutoCloseable {
        GraphicsLut lut();

        DisplayDevice display();

        /** The table that acts, without asking the driver. */
        GammaRamp held();

        /** Somebody else loads a table. */
        void hold(GammaRamp foreign);

        /** From now on the device refuses every table. */
        default void refuse() {
            Assumptions.abort("it never refuses");
        }

        /** From now on the device says yes and does nothing. */
        default void ignore() {
            Assumptions.abort("it never ignores");
        }

        /** Pulls the cable. */
        default void unplug() {
            Assumptions.abort("it cannot be unplugged");
        }

        /** Ends the driver, not the device. */
        default void closeDriver() {
            Assumptions.abort("it is not closed");
        }

        @Override
        default void close() {}
    }

    /** A new bench, with a display whose table changes nothing. */
    protected abstract Bench bench() throws Exception;

    @BeforeEach
    void setUp() throws Exception {
        bench = bench();
    }

    @AfterEach
    @SuppressWarnings("NullAway") // a skipped bench never came about
    void tearDown() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void whatIsLoadedIsWhatTheDeviceHolds() throws Exception {
        GammaRamp odd = odd(size());

        bench.lut().load(bench.display(), odd);

        assertEquals(odd, bench.held());
        assertEquals(odd, bench.lut().read(bench.display()));
    }

    @Test
    void aForeignTableIsSeen() throws Exception {
        bench.lut().load(bench.display(), GammaRamp.identity(size()));

        bench.hold(odd(size()));

        assertEquals(odd(size()), bench.lut().read(bench.display()));
    }

    @Test
    void aTableOfTheWrongSizeIsRefusedAndLeavesTheOldOne() throws Exception {
        GammaRamp before = bench.held();

        failure(() -> bench.lut().load(bench.display(), GammaRamp.identity(77)));

        assertEquals(before, bench.held());
    }

    @Test
    void aRefusedTableIsToldAndLeavesTheOldOne() throws Exception {
        GammaRamp before = bench.held();
        bench.refuse();

        failure(() -> bench.lut().load(bench.display(), odd(before.size())));

        assertEquals(before, bench.held());
        assertEquals(before, bench.lut().read(bench.display()));
    }

    @Test
    void aTableThatIsAcceptedAndIgnoredIsNotApplied() throws Exception {
        GammaRamp before = bench.held();
        bench.ignore();

        DeviceException told = failure(() -> bench.lut().load(bench.display(), odd(before.size())));

        assertEquals("device.not-applied", told.code());
        assertEquals(before, bench.held());
    }

    @Test
    void aDisplayThatIsGoneIsTold() throws Exception {
        int size = size();
        bench.unplug();

        assertEquals(
                "device.gone", failure(() -> bench.lut().read(bench.display())).code());
        assertEquals(
                "device.gone",
                failure(() -> bench.lut().load(bench.display(), GammaRamp.identity(size)))
                        .code());
    }

    @Test
    void theTableFoundComesBackAtTheEnd() throws Exception {
        GammaRamp found = odd(size());
        bench.hold(found);
        bench.lut().load(bench.display(), GammaRamp.identity(found.size()));
        bench.lut().load(bench.display(), GammaRamp.grey(new int[found.size()]));
        assertNotEquals(found, bench.held());

        bench.closeDriver();

        assertEquals(found, bench.held());
    }

    @Test
    void aTableThatWasOnlyReadIsLeftAloneAtTheEnd() throws Exception {
        bench.lut().read(bench.display());
        bench.hold(odd(size()));

        bench.closeDriver();

        assertEquals(odd(bench.held().size()), bench.held());
    }

    @Test
    void aClosedDriverRefusesEveryCallAndClosesOnce() throws Exception {
        int size = size();
        bench.closeDriver();
        bench.closeDriver();

        assertEquals(
                "device.closed",
                failure(() -> bench.lut().read(bench.display())).code());
        assertEquals(
                "device.closed",
                failure(() -> bench.lut().load(bench.display(), GammaRamp.identity(size)))
                        .code());
    }

    /** A table whose 16 bits all matter, with three channels that differ. */
    protected static GammaRamp odd(int size) {
        int[] red = new int[size];
        int[] green = new int[size];
        int[] blue = new int[size];
        for (int i = 0; i < size; i++) {
            red[i] = i * 65535 / (size - 1);
            green[i] = Math.max(0, red[i] - 1 - i % 3);
            blue[i] = Math.min(65535, red[i] + i % 7);
        }
        return GammaRamp.of(red, green, blue);
    }

    private int size() throws DeviceException {
        return bench.lut().size(bench.display());
    }

    private static DeviceException failure(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(DeviceException.class, call);
    }
}
