package org.candela.calibration.device.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Edids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class DrmConnectorsTest {
    @TempDir
    Path root;

    private Path port(String name, String status, byte[] edid) throws Exception {
        Path port = Files.createDirectories(root.resolve(name));
        Files.writeString(port.resolve("status"), status + "\n");
        Files.write(port.resolve("edid"), edid);
        return port;
    }

    private DrmConnector only() throws Exception {
        return new DrmConnectors(root).all().get(0);
    }

    // [utest->req~device.sysfs.edid~1]
    @Test
    void monitorsAreKnownByTheirEdidAndListedByCardAndPort() throws Exception {
        byte[] left = Edids.block("EIZ", 0x21, 4711, "LEFT");
        port("card1-DP-2", "connected", Edids.block("EIZ", 0x21, 4712, "RIGHT"));
        port("card1-DP-1", "connected", left);
        port("card1-HDMI-A-1", "disconnected", new byte[0]);
        Files.createDirectories(root.resolve("card1"));
        Files.writeString(root.resolve("version"), "drm 1.1.0");

        List<DrmConnector> connected = new DrmConnectors(root).connected();

        assertEquals(
                List.of("DP-1", "DP-2"),
                connected.stream().map(DrmConnector::name).toList());
        assertEquals(new ScreenId("EIZ-0021-4711"), connected.get(0).id());
        assertEquals("card1", connected.get(0).card());
        assertEquals(Sha256.hex(left), connected.get(0).edidSha256());
        assertEquals(3, new DrmConnectors(root).all().size());
    }

    // [utest->req~device.sysfs.edid~1]
    @Test
    void anEdidThatIsShortOrGarbageIsNoIdentityAndTheMonitorIsStillThere() throws Exception {
        byte[] garbage = new byte[128];
        Arrays.fill(garbage, (byte) 0xA5);
        port("card0-DP-1", "connected", garbage);
        port("card0-DP-2", "connected", Arrays.copyOf(Edids.block("ABC", 1, 2, "X"), 127));
        port("card0-DP-3", "connected", new byte[0]);
        Files.delete(port("card0-DP-4", "connected", new byte[0]).resolve("edid"));

        List<DrmConnector> connected = new DrmConnectors(root).connected();

        assertEquals(4, connected.size());
        assertTrue(connected.stream().allMatch(c -> c.edid().isEmpty()));
        assertEquals(new ScreenId("port:DP-1"), connected.get(0).id());
        assertEquals(64, connected.get(0).edidSha256().length());
        assertEquals("", connected.get(2).edidSha256());
    }

    // [utest->req~device.sysfs.edid~1]
    @Test
    void extensionBlocksAreCountedWhenTheyAreWhole() throws Exception {
        byte[] base = Edids.block("ABC", 1, 2, "X");
        byte[] edid = Arrays.copyOf(base, 3 * Edid.BLOCK + 60);
        edid[128] = 2;
        edid[255] = -2;
        edid[256] = 7;
        port("card0-DP-1", "connected", edid);

        DrmConnector connector = only();

        assertEquals(1, connector.extensions(), "of one whole, one with a wrong checksum and a piece");
        assertEquals("X", connector.edid().orElseThrow().name());
    }

    @Test
    void anEdidOfMoreBytesThanThereCanBeIsNotRead() throws Exception {
        port("card0-DP-1", "connected", new byte[256 * 128 + 1]);

        assertTrue(only().edid().isEmpty());
        assertEquals("", only().edidSha256());
    }

    @Test
    void theBusOfAMonitorIsTold() throws Exception {
        Path hdmi = port("card0-HDMI-A-1", "connected", new byte[0]);
        Files.createSymbolicLink(hdmi.resolve("ddc"), Path.of("../../../i2c-4"));
        Files.createDirectories(port("card0-DP-1", "connected", new byte[0]).resolve("i2c-11"));
        port("card0-DP-2", "connected", new byte[0]);

        assertEquals(
                List.of(OptionalInt.of(11), OptionalInt.empty(), OptionalInt.of(4)),
                new DrmConnectors(root).all().stream().map(DrmConnector::i2cBus).toList());
    }

    @Test
    void withoutGraphicsCardsThereIsNoMonitor() throws Exception {
        assertEquals(List.of(), new DrmConnectors(root.resolve("missing")).all());
        assertEquals(List.of(), new DrmConnectors(root).all());
    }

    @Test
    void aPortWhoseStatusCannotBeReadNamesItsFile() throws Exception {
        Path port = port("card0-DP-1", "connected", new byte[0]);
        Files.delete(port.resolve("status"));
        Files.createDirectory(port.resolve("status"));

        DeviceException told = assertThrows(DeviceException.class, this::only);

        assertTrue(
                String.valueOf(told.getMessage())
                        .contains(port.resolve("status").toString()),
                told.toString());
        assertFalse(told.code().isEmpty());
    }
}
