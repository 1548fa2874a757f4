package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every channel to the controls of a monitor does, whatever is behind it. */
public abstract class MonitorControlContract {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Bench bench;

    /** One monitor behind a channel, and a hand inside it. What cannot be brought about skips with that reason. */
    public interface Bench extends AutoCloseable {
        MonitorControl control();

        /** The luminance the monitor holds, without asking the channel. */
        int held();

        /** From now on it takes sets and does nothing. */
        default void ignoreSets() {
            Assumptions.abort("it never ignores");
        }

        /** From now on it gives each new value once and then has the old one again. */
        default void takeSetsBack() {
            Assumptions.abort("it takes nothing back");
        }

        /** From now on it needs two readings' time for a set. */
        default void beSlow() {
            Assumptions.abort("it is never slow");
        }

        /** Pulls the cable. */
        default void unplug() {
            Assumptions.abort("it cannot be unplugged");
        }

        @Override
        default void close() {}
    }

    /** A new bench: luminance 50 of 100, no ambient light sensor. */
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
    void aControlIsReadWithItsMaximum() throws Exception {
        assertEquals(new VcpValue(50, 100), bench.control().read(VcpFeature.LUMINANCE));
    }

    @Test
    void whatIsSetIsWhatTheMonitorHolds() throws Exception {
        bench.control().set(VcpFeature.LUMINANCE, 70);

        assertEquals(70, bench.held());
        assertEquals(new VcpValue(70, 100), bench.control().read(VcpFeature.LUMINANCE));
    }

    @Test
    void aSlowMonitorIsWaitedFor() throws Exception {
        bench.beSlow();

        bench.control().set(VcpFeature.LUMINANCE, 70);

        assertEquals(70, bench.held());
    }

    // [utest->req~device.read-back~1]
    @Test
    void aSetThatIsIgnoredIsNotApplied() {
        bench.ignoreSets();

        DeviceException told = failure(() -> bench.control().set(VcpFeature.LUMINANCE, 70));

        assertEquals("device.not-applied", told.code());
        assertEquals(50, bench.held());
    }

    // [utest->req~device.read-back~1]
    @Test
    void aSetThatIsTakenBackIsNotApplied() {
        bench.takeSetsBack();

        DeviceException told = failure(() -> bench.control().set(VcpFeature.LUMINANCE, 70));

        assertEquals("device.not-applied", told.code());
    }

    @Test
    void aControlTheMonitorHasNotIsUnsupported() {
        assertEquals(
                "device.unsupported",
                failure(() -> bench.control().read(VcpFeature.AMBIENT_LIGHT_SENSOR))
                        .code());
        assertEquals(
                "device.unsupported",
                failure(() -> bench.control().set(VcpFeature.AMBIENT_LIGHT_SENSOR, 1))
                        .code());
    }

    @Test
    void aMonitorThatIsGoneIsTold() {
        bench.unplug();

        assertEquals(
                "device.gone",
                failure(() -> bench.control().read(VcpFeature.LUMINANCE)).code());
        assertEquals(
                "device.gone",
                failure(() -> bench.control().set(VcpFeature.LUMINANCE, 70)).code());
    }

    @Test
    void aClosedChannelRefusesEveryCallAndClosesOnce() {
        bench.control().close();
        bench.control().close();

        assertEquals(
                "device.closed",
                failure(() -> bench.control().read(VcpFeature.LUMINANCE)).code());
        assertEquals(
                "device.closed",
                failure(() -> bench.control().set(VcpFeature.LUMINANCE, 70)).code());
    }

    @Test
    void aFailureNamesTheChannelAndTheControl() {
        DeviceException told = failure(() -> bench.control().read(VcpFeature.AMBIENT_LIGHT_SENSOR));

        assertFalse(bench.control().channel().isBlank());
        assertTrue(String.valueOf(told.getMessage()).startsWith(bench.control().channel() + ": "), told.getMessage());
        assertTrue(String.valueOf(told.getMessage()).contains("AMBIENT_LIGHT_SENSOR"), told.getMessage());
    }

    private static DeviceException failure(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(DeviceException.class, call);
    }
}
