package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class MonitorDriversTest {
    @TempDir
    Path plugged;

    /** A vendor's driver, as it would stand in its own jar. */
    public static final class VendorDriver implements MonitorDriver {
        @Override
        public String name() {
            return "vendor 1.0";
        }

        @Override
        public List<MonitorControl> monitors() {
            return List.of(new FakeMonitor("ACM"));
        }

        @Override
        public void close() {}
    }

    /** A driver whose library fails while it is made. */
    public static final class BrokenDriver implements MonitorDriver {
        public BrokenDriver() {
            throw new UnsatisfiedLinkError("libvendor.so: cannot open shared object file");
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<MonitorControl> monitors() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private List<MonitorDriver> found(String... classes) throws Exception {
        Path services = Files.createDirectories(plugged.resolve("META-INF/services"));
        Files.write(services.resolve(MonitorDriver.class.getName()), List.of(classes));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {plugged.toUri().toURL()}, MonitorDriversTest.class.getClassLoader())) {
            return MonitorDrivers.plugged(loader);
        }
    }

    // [utest->req~device.driver-spi~1]
    @Test
    void aVendorsDriverIsPluggedInByTheClassPathAlone() throws Exception {
        List<MonitorDriver> drivers = found(VendorDriver.class.getName());

        assertEquals(
                List.of("vendor 1.0"), drivers.stream().map(MonitorDriver::name).toList());
        assertEquals(
                "ACM", drivers.get(0).monitors().get(0).edid().orElseThrow().manufacturer());
    }

    // [utest->req~device.driver-spi~1]
    @Test
    void aDriverThatCannotBeMadeKeepsNoOtherFromWorking() throws Exception {
        List<MonitorDriver> drivers = found(
                BrokenDriver.class.getName(),
                "org.vendor.Missing",
                String.class.getName(),
                VendorDriver.class.getName());

        assertEquals(
                List.of("vendor 1.0"), drivers.stream().map(MonitorDriver::name).toList());
    }

    @Test
    void withoutADriverPluggedInThereIsNone() {
        assertEquals(List.of(), MonitorDrivers.plugged(MonitorDriversTest.class.getClassLoader()));
    }
}
