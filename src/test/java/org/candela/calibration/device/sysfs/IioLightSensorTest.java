package org.candela.calibration.device.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
class IioLightSensorTest {
    @TempDir
    Path root;

    private Path device(int number, String name) throws Exception {
        Path device = Files.createDirectories(root.resolve("iio:device" + number));
        Files.writeString(device.resolve("name"), name + "\n");
        return device;
    }

    private AmbientLightSensor only() {
        return IioLightSensor.found(root).get(0);
    }

    // [utest->req~device.sysfs.light~1]
    @ParameterizedTest
    @CsvSource({"500, 0.05, 0, 25", "500, 0.05, 100, 30", "0, 2, 0, 0", "40, 1, -15, 25"})
    void rawValuesAreShiftedAndThenScaled(String raw, String scale, String offset, double lux) throws Exception {
        Path device = device(0, "als");
        Files.writeString(device.resolve("in_illuminance_raw"), raw + "\n");
        Files.writeString(device.resolve("in_illuminance_scale"), scale + "\n");
        Files.writeString(device.resolve("in_illuminance_offset"), offset + "\n");

        assertEquals(lux, only().read().lux(), 1e-9);
    }

    // [utest->req~device.sysfs.light~1]
    @Test
    void withoutScaleAndOffsetTheRawValueIsInLux() throws Exception {
        Files.writeString(device(0, "als").resolve("in_illuminance0_raw"), "37");

        assertEquals(37, only().read().lux());
    }

    // [utest->req~device.sysfs.light~1]
    @Test
    void aValueThatTheKernelComputedComesFirst() throws Exception {
        Path device = device(0, "als");
        Files.writeString(device.resolve("in_illuminance_raw"), "1000");
        Files.writeString(device.resolve("in_illuminance_input"), "42.5");

        assertEquals(42.5, only().read().lux());
        assertEquals("IIO als (" + device + ")", only().identity());
    }

    // [utest->req~device.sysfs.light~1]
    @ParameterizedTest
    @ValueSource(strings = {"", "dark", "1,5", "NaN", "Infinity", "-3", "900000"})
    void whatIsNoIlluminanceIsAnErrorThatNamesTheSensor(String content) throws Exception {
        Files.writeString(device(0, "als").resolve("in_illuminance_input"), content);

        DeviceException told = assertThrows(DeviceException.class, only()::read);

        assertEquals("device.garbage", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("iio:device0"), told.toString());
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() throws Exception {
        Files.writeString(device(0, "als").resolve("in_illuminance_input"), "1".repeat(100_000));

        assertEquals(
                "device.garbage",
                assertThrows(DeviceException.class, only()::read).code());
    }

    @Test
    void aSensorThatIsUnpluggedIsGone() throws Exception {
        Path file = device(0, "als").resolve("in_illuminance_raw");
        Files.writeString(file, "1");
        AmbientLightSensor sensor = only();
        Files.delete(file);

        assertEquals(
                "device.gone", assertThrows(DeviceException.class, sensor::read).code());
    }

    @Test
    void otherSensorsAreNoLightSensors() throws Exception {
        Files.writeString(device(0, "accel_3d").resolve("in_accel_x_raw"), "1");
        Files.writeString(device(1, "als").resolve("in_illuminance_raw"), "1");

        assertEquals(1, IioLightSensor.found(root).size());
        assertEquals(List.of(), IioLightSensor.found(root.resolve("missing")));
    }
}
