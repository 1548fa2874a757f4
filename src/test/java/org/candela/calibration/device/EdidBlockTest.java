package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.candela.base.Sha256;
import org.junit.jupiter.api.Test;

// [utest->req~device.edid-block~1]
class EdidBlockTest {
    private static byte[] sent() throws Exception {
        String line = Files.readAllLines(Path.of("scripts/desk/edids")).stream()
                .filter(text -> text.startsWith("DUMMY0"))
                .findFirst()
                .orElseThrow();
        return HexFormat.of().parseHex(line.split(" ", -1)[1]);
    }

    @Test
    void theBytesAreKeptAsTheMonitorSentThem() throws Exception {
        EdidBlock block = Edid.parse(sent()).orElseThrow().block().orElseThrow();

        assertEquals(HexFormat.of().formatHex(sent()).substring(0, 256), block.hex());
        assertEquals(Sha256.hex(HexFormat.of().parseHex(block.hex())), block.sha256());
        assertEquals(Optional.of(1536), block.nativeWidth());
        assertEquals(Optional.of(2048), block.nativeHeight());
    }

    @Test
    void weekAndDepthAreToldOnlyWhereTheMonitorTellsThem() throws Exception {
        byte[] sent = sent();
        sent[16] = 12;
        sent[19] = 4;
        sent[20] = (byte) 0xB5; // digital, 10 bits, DisplayPort
        EdidBlock told = EdidBlock.of(sent);
        sent[16] = (byte) 0xFF; // the year is that of the model
        sent[19] = 3;
        EdidBlock older = EdidBlock.of(sent);

        assertEquals(Optional.of(12), told.week());
        assertEquals(Optional.of(10), told.bitsOfColour());
        assertEquals(Optional.empty(), older.week());
        assertEquals(Optional.empty(), older.bitsOfColour());
    }

    @Test
    void whatIsNoBlockIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EdidBlock("00ff"));
    }
}
