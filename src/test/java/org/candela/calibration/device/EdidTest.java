package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.junit.jupiter.api.Test;

class EdidTest {
    /** First monitor of the virtual desk: a real block with its checksum. */
    private static byte[] block() throws Exception {
        String line = Files.readAllLines(Path.of("scripts/desk/edids")).stream()
                .filter(text -> text.startsWith("DUMMY0"))
                .findFirst()
                .orElseThrow();
        return HexFormat.of().parseHex(line.split(" ", -1)[1]);
    }

    // [utest->req~device.edid~1]
    @Test
    void aBlockTellsWhoTheMonitorIs() throws Exception {
        Edid edid = Edid.parse(block()).orElseThrow();

        assertEquals("CDL", edid.manufacturer());
        assertEquals("VIRT DIAG L", edid.name());
        assertEquals(325, edid.widthMm());
        assertEquals(433, edid.heightMm());
        assertEquals(Optional.of(new ScreenId("CDL-0D1A-VIRT-1001")), edid.screenId());
    }

    // [utest->req~device.edid~1]
    @Test
    void aBrokenBlockIsNoIdentity() throws Exception {
        byte[] block = block();
        byte[] wrongSum = block.clone();
        wrongSum[20]++;
        byte[] wrongHeader = block.clone();
        wrongHeader[0] = 1;

        assertTrue(Edid.parse(wrongSum).isEmpty());
        assertTrue(Edid.parse(wrongHeader).isEmpty());
        assertTrue(Edid.parse(Arrays.copyOf(block, 127)).isEmpty());
        assertTrue(Edid.parse(new byte[0]).isEmpty());
    }

    @Test
    void withoutASerialTheDisplayIsKnownByItsPort() {
        Edid nameless = new Edid("ABC", 1, 0, "", "", 0, 0, 2020);
        DisplayDevice display =
                new DisplayDevice("DP-1", Optional.of(nameless), new DisplayDevice.Place(0, 0, 1920, 1080));

        assertEquals(new ScreenId("port:DP-1"), display.id());
    }
}
