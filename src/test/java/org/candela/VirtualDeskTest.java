package org.candela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk that the other tests of views stand on. */
class VirtualDeskTest {
    private static final Pattern EDID = Pattern.compile("EDID:\\s*\\n((?:\\s+[0-9a-f]{32}\\n)+)");

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @Test
    void theToolkitSeesTwoPortraitHeadsAndAWorkScreen() {
        Set<Rectangle2D> seen = Fx.call(
                () -> Screen.getScreens().stream().map(Screen::getBounds).collect(Collectors.toSet()));

        assertEquals(
                Set.of(
                        new Rectangle2D(0, 0, 1536, 2048),
                        new Rectangle2D(1536, 0, 1536, 2048),
                        new Rectangle2D(3072, 0, 1920, 1080)),
                seen);
    }

    /** As the server has it: a toolkit that saw monitors go and come in other tests may remember another. */
    @Test
    void theWorkScreenIsPrimary() throws Exception {
        Process xrandr =
                new ProcessBuilder("xrandr", "--display", VirtualDesk.ownDesk().orElseThrow(), "--query").start();
        String said = new String(xrandr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(xrandr.waitFor(10, TimeUnit.SECONDS));

        assertEquals(
                List.of("DUMMY2 connected primary 1920x1080+3072+0"),
                said.lines()
                        .filter(line -> line.contains(" primary "))
                        .map(line -> line.replaceFirst(" [0-9]+mm.*", ""))
                        .toList());
    }

    @Test
    void everyHeadHasAnEdidThatChecksOutAndIsClearlyVirtual() throws Exception {
        Process xrandr =
                new ProcessBuilder("xrandr", "--display", VirtualDesk.display().orElseThrow(), "--prop").start();
        String properties = new String(xrandr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(xrandr.waitFor(10, TimeUnit.SECONDS));

        Matcher edids = EDID.matcher(properties);
        Set<String> names = edids.results()
                .map(found -> HexFormat.of().parseHex(found.group(1).replaceAll("\\s", "")))
                .peek(VirtualDeskTest::assertValid)
                .map(block -> new String(block, 77, 13, StandardCharsets.US_ASCII).strip())
                .collect(Collectors.toSet());

        assertEquals(Set.of("VIRT DIAG L", "VIRT DIAG R", "VIRT WORK"), names);
    }

    /** VESA E-EDID 1.4 §3.3 and §3.4.1: the block sums to zero, and the manufacturer is three letters of five bits. */
    private static void assertValid(byte[] block) {
        int sum = 0;
        for (byte value : block) {
            sum += value & 0xff;
        }
        assertEquals(128, block.length);
        assertEquals(0, sum & 0xff);
        int letters = (block[8] & 0xff) << 8 | (block[9] & 0xff);
        assertEquals("CDL", "" + letter(letters >> 10) + letter(letters >> 5) + letter(letters));
    }

    private static char letter(int bits) {
        return (char) ('A' - 1 + (bits & 0x1f));
    }
}
