package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorLutTest {
    private static final byte[] SIZE_1024_OF_10 = bytes("0400 0400 0400 0A0A0A");
    private final MonitorLut small = new MonitorLut(3, 8, 10, 16);

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    // [utest->req~device.monitor-lut~1]
    @Test
    void nineBytesTellTheSize() {
        assertEquals(Optional.of(new MonitorLut(1024, 10, 10, 10)), MonitorLut.parseSize(SIZE_1024_OF_10));
    }

    // [utest->req~device.monitor-lut~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0400",
                "0400 0400 0400 0A0A0A 00",
                "0000 0000 0000 080808",
                "0001 0001 0001 080808",
                "FFFF FFFF FFFF 080808",
                "0100 0100 0200 080808",
                "0100 0100 0100 080800",
                "0100 0100 0100 110808"
            })
    void aSizeThatCannotBeIsNoLut(String table) {
        assertTrue(MonitorLut.parseSize(bytes(table)).isEmpty());
    }

    @Test
    void aPointIsItsIndexAndThreeEntries() {
        MonitorLut.Point point = new MonitorLut.Point(2, 255, 1023, 65535);

        assertArrayEquals(bytes("0002 00FF 03FF FFFF"), small.encode(point));
        assertEquals(Optional.of(point), small.decodePoint(bytes("0002 00FF 03FF FFFF")));
        assertEquals(Optional.empty(), small.decodePoint(bytes("0003 00FF 03FF FFFF")));
        assertEquals(Optional.empty(), small.decodePoint(bytes("0002 0100 03FF FFFF")));
        assertEquals(Optional.empty(), small.decodePoint(bytes("0002 00FF")));
    }

    @Test
    void aBlockHoldsEachColourInItsOwnBits() {
        GammaRamp ramp = GammaRamp.grey(new int[] {0, 32768, 65535});

        assertArrayEquals(
                bytes("0000 0003 0000 0080 00FF  0000 0003 0000 0200 03FF  0000 0003 0000 8000 FFFF"),
                small.encode(ramp));
    }

    @Test
    void aBlockComesBackAsItWasRounded() {
        MonitorLut lut = new MonitorLut(1024, 10, 10, 10);
        GammaRamp ramp = GammaRamp.identity(1024);

        GammaRamp rounded = lut.rounded(ramp);

        assertEquals(rounded, lut.decodeBlock(lut.encode(rounded)).orElseThrow());
        for (int i = 0; i < 1024; i++) {
            assertEquals(ramp.red(i), rounded.red(i), 32, "half a step of 10 bits");
        }
    }

    @Test
    void aBlockThatIsCutOrOfAnotherSizeIsNone() {
        byte[] block = small.encode(GammaRamp.identity(3));

        for (int length = 0; length < block.length; length++) {
            assertTrue(small.decodeBlock(Arrays.copyOf(block, length)).isEmpty(), "cut to " + length);
        }
        assertTrue(small.decodeBlock(Arrays.copyOf(block, block.length + 1)).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> small.encode(GammaRamp.identity(4)));
    }

    // [utest->req~device.monitor-lut~1]
    @Test
    void aRampIsLoadedAndReadBack() throws Exception {
        FakeMonitor monitor = new FakeMonitor("ABC");
        monitor.tables.put(VcpFeature.LUT_SIZE, SIZE_1024_OF_10);
        monitor.tables.put(VcpFeature.BLOCK_LUT, new byte[] {0});
        MonitorLut lut = MonitorLut.of(monitor).orElseThrow();

        lut.loadInto(monitor, GammaRamp.identity(1024));

        assertEquals(List.of("BLOCK_LUT of 6156"), monitor.writes);
        assertEquals(
                lut.rounded(GammaRamp.identity(1024)), lut.readFrom(monitor).orElseThrow());
    }

    // [utest->req~device.monitor-lut~1]
    @Test
    void aLutThatCannotBeReadBackIsNotTakenForLoaded() throws Exception {
        FakeMonitor monitor = new FakeMonitor("ABC");
        MonitorLut lut = new MonitorLut(256, 8, 8, 8);

        assertEquals(
                "device.not-applied",
                assertThrows(DeviceException.class, () -> lut.loadInto(monitor, GammaRamp.identity(256)))
                        .code());
        assertEquals(Optional.empty(), MonitorLut.of(monitor), "a monitor without one, as nearly all are");
    }
}
