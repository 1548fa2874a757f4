package org.candela.calibration.device.randr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.VirtualDesk;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real X server with three heads, whose gamma ramps read back exactly. */
class RandrDriverTest {
    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver driver;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        driver = RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow();
    }

    @AfterEach
    void close() {
        if (VirtualDesk.ownDesk().isPresent()) {
            driver.close();
        }
    }

    // [utest->req~device.randr~1]
    @Test
    void threeDisplaysAreIdentifiedByTheirEdid() throws Exception {
        List<DisplayDevice> displays = driver.displays();

        assertEquals(
                List.of(new Place(0, 0, 1536, 2048), new Place(1536, 0, 1536, 2048), new Place(3072, 0, 1920, 1080)),
                displays.stream().map(DisplayDevice::place).toList());
        assertEquals(
                List.of("VIRT DIAG L", "VIRT DIAG R", "VIRT WORK"),
                displays.stream()
                        .flatMap(d -> d.edid().map(Edid::name).stream())
                        .toList());
        assertTrue(displays.stream().allMatch(display -> display.id().namesThePanel()));
    }

    // [utest->req~device.randr~1]
    @Test
    void aRampIsReadBackAndTheOneBeforeComesBackAtTheEnd() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        GammaRamp before = driver.read(left);
        int[] outputs = new int[before.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = i * i % 65536;
        }
        GammaRamp odd = GammaRamp.grey(outputs);
        assertNotEquals(before, odd);

        driver.load(left, odd);

        assertEquals(odd, driver.read(left));
        driver.close();
        open();
        assertEquals(before, driver.read(left));
    }

    /** The server answers a ramp of the wrong size with BadMatch, for which Xlib's own handler ends the process. */
    // [utest->req~device.randr~1]
    @Test
    void aRampOfTheWrongSizeIsAnErrorAndNotTheEnd() throws Exception {
        DisplayDevice left = driver.displays().get(0);

        DeviceException refused = assertThrows(DeviceException.class, () -> driver.load(left, GammaRamp.identity(77)));

        assertEquals("device.x-error", refused.code());
        assertEquals(256, driver.read(left).size());
    }

    @Test
    void aDisplayThatIsGoneIsTold() {
        DisplayDevice gone = new DisplayDevice("DUMMY9", java.util.Optional.empty(), new Place(0, 0, 100, 100));

        assertEquals(
                "device.gone",
                assertThrows(DeviceException.class, () -> driver.read(gone)).code());
    }

    // [utest->req~device.no-silent-ramp~1]
    @Test
    void aRampThatWaylandWouldIgnoreIsRefused() {
        DisplayDevice ignored = new DisplayDevice("XWAYLAND0", java.util.Optional.empty(), new Place(0, 0, 100, 100));

        assertEquals(
                "device.verify-only",
                assertThrows(DeviceException.class, () -> driver.load(ignored, GammaRamp.identity(256)))
                        .code());
    }

    @Test
    void noServerIsNoDriver() {
        assertTrue(RandrDriver.open(":987").isEmpty());
    }

    // [utest->req~device.randr~1]
    @Test
    void aClosedConnectionRefusesEveryCallAndEndsNothing() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        driver.close();

        assertEquals(
                "device.closed",
                assertThrows(DeviceException.class, () -> driver.load(left, GammaRamp.identity(256)))
                        .code());
        assertEquals(
                "device.closed",
                assertThrows(DeviceException.class, driver::displays).code());
        driver.close();
    }
}
