package org.candela.calibration.device.randr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candela.DeskHeads;
import org.candela.VirtualDesk;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with gamma ramps on X, each tried on a real server with three heads. */
class RampTrapsTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final GammaRamp DIM = dim(256);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver driver;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        xrandr("--output", "DUMMY0", "--gamma", "1:1:1", "--output", "DUMMY1", "--gamma", "1:1:1");
        driver = open(VirtualDesk.ownDesk().orElseThrow());
    }

    @AfterEach
    void close() throws Exception {
        if (VirtualDesk.ownDesk().isPresent()) {
            driver.close();
            xrandr("--output", "DUMMY0", "--gamma", "1:1:1", "--output", "DUMMY1", "--gamma", "1:1:1");
        }
    }

    // [utest->req~device.randr~1]
    @Test
    void badMatchForAWrongSizeIsThrownEveryTimeAndTheProcessGoesOn() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        GammaRamp before = driver.read(left);

        for (int size : new int[] {2, 255, 257, 1024}) {
            DeviceException refused =
                    assertThrows(DeviceException.class, () -> driver.load(left, GammaRamp.identity(size)));
            assertEquals("device.x-error", refused.code());
            assertTrue(String.valueOf(refused.getMessage()).contains("error 8, request"), refused.getMessage());
        }

        assertEquals(before, driver.read(left), "nothing of it came through");
    }

    /** The error of a call arrives with XSync, before the next call could be blamed for it. */
    // [utest->req~device.randr~1]
    @Test
    void anErrorThatComesLateBelongsToItsOwnCallAndNotToTheNext() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        assertThrows(DeviceException.class, () -> driver.load(left, GammaRamp.identity(77)));

        driver.load(left, DIM);

        assertEquals(DIM, driver.read(left));
    }

    // [utest->req~device.randr~1]
    @Test
    void aRampGoesToTheOneHeadThatWasMeant() throws Exception {
        List<DisplayDevice> heads = driver.displays();
        GammaRamp left = driver.read(heads.get(0));
        GammaRamp work = driver.read(heads.get(2));

        driver.load(heads.get(1), DIM);

        assertEquals(left, driver.read(heads.get(0)));
        assertEquals(DIM, driver.read(heads.get(1)));
        assertEquals(work, driver.read(heads.get(2)));
    }

    /**
     * The CRTC that drove the one panel drives the other then: ramps belong to CRTCs, tables to panels. Each head of this
     * server is wired to a CRTC of its own, so the panels change cables, and with it their injected EDIDs.
     */
    // [utest->req~device.randr~1]
    @Test
    void afterPanelsExchangedTheirCrtcsEachIsStillReadLoadedAndPutBackAsItself() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        DisplayDevice right = driver.displays().get(1);
        GammaRamp neutral = driver.read(right);
        driver.load(left, DIM);
        exchangePanels();
        try {
            assertTrue(driver.hasChanged(), "the server tells of it");
            assertEquals(right.id(), driver.displays().get(0).id());
            assertEquals(neutral, driver.read(left), "it stands behind the other CRTC");
            assertEquals(DIM, driver.read(right), "and this one behind that which we changed");

            driver.load(left, DIM);
            driver.load(right, neutral);
            driver.close();
            driver = open(VirtualDesk.ownDesk().orElseThrow());

            assertEquals(neutral, driver.read(left), "what was found on the panel came back to the panel");
        } finally {
            new DeskHeads(VirtualDesk.ownDesk().orElseThrow()).putOwnPanelsBack();
        }
    }

    // [utest->req~device.edid~1]
    @Test
    void anInjectedEdidIsReadBackAndNamesThePanelWhateverTheConnector() throws Exception {
        List<String> before =
                driver.displays().stream().map(head -> head.id().value()).toList();
        exchangePanels();
        try {
            List<String> now =
                    driver.displays().stream().map(head -> head.id().value()).toList();
            assertEquals(List.of(before.get(1), before.get(0), before.get(2)), now);
        } finally {
            new DeskHeads(VirtualDesk.ownDesk().orElseThrow()).putOwnPanelsBack();
        }
        assertEquals(
                before,
                driver.displays().stream().map(head -> head.id().value()).toList());
    }

    // [utest->req~device.randr~1]
    @Test
    void atTheEndARampThatAnotherProgramLoadedSinceStays() throws Exception {
        DisplayDevice right = driver.displays().get(1);
        driver.load(right, DIM);
        xrandr("--output", "DUMMY1", "--gamma", "1:0.9:0.7");
        GammaRamp others = driver.read(right);
        assertNotEquals(DIM, others);

        driver.close();

        driver = open(VirtualDesk.ownDesk().orElseThrow());
        assertEquals(others, driver.read(right));
    }

    /** Put back on a real screen they would leave it black. */
    // [utest->req~device.randr~1]
    @Test
    void forZerosThatWereFoundTheNeutralRampIsPutBack() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        GammaRamp zeros = GammaRamp.grey(new int[256]);
        driver.load(left, zeros);
        driver.leave(left);
        assertTrue(driver.read(left).isBlank());

        driver.load(left, DIM);
        driver.close();

        driver = open(VirtualDesk.ownDesk().orElseThrow());
        assertEquals(GammaRamp.identity(256), driver.read(left));
    }

    /** As the dummy driver of Xorg begins: the last entry is 65280 and not 65535. */
    // [utest->req~device.randr~1]
    @Test
    void aRampThatDoesNotEndAtFullIsPutBackToTheLastDigit() throws Exception {
        DisplayDevice left = driver.displays().get(0);
        int[] outputs = new int[256];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = i << 8;
        }
        GammaRamp found = GammaRamp.grey(outputs);
        driver.load(left, found);
        driver.leave(left);

        driver.load(left, GammaRamp.identity(256));
        driver.close();

        driver = open(VirtualDesk.ownDesk().orElseThrow());
        assertEquals(65280, driver.read(left).red(255));
        assertEquals(found, driver.read(left));
    }

    private static RandrDriver open(String name) {
        return RandrDriver.open(name).orElseThrow();
    }

    private void exchangePanels() throws Exception {
        List<String> exchanged = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("scripts/desk/edids"))) {
            exchanged.add(
                    line.startsWith("DUMMY0 ")
                            ? line.replace("DUMMY0 ", "DUMMY1 ")
                            : line.replace("DUMMY1 ", "DUMMY0 "));
        }
        Process plugging = new ProcessBuilder(
                        "perl",
                        "scripts/desk/plug-monitors",
                        VirtualDesk.ownDesk().orElseThrow().replace(":", ""),
                        Files.write(folder.resolve("edids"), exchanged).toString())
                .inheritIO()
                .start();
        assertTrue(plugging.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "plug-monitors");
        assertEquals(0, plugging.exitValue());
    }

    private static GammaRamp dim(int size) {
        int[] outputs = new int[size];
        for (int i = 0; i < size; i++) {
            outputs[i] = i * 128;
        }
        return GammaRamp.grey(outputs);
    }

    private static void xrandr(String... words) throws Exception {
        String[] command = new String[words.length + 3];
        command[0] = "xrandr";
        command[1] = "--display";
        command[2] = VirtualDesk.ownDesk().orElseThrow();
        System.arraycopy(words, 0, command, 3, words.length);
        Process xrandr = new ProcessBuilder(command).inheritIO().start();
        assertTrue(xrandr.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "xrandr");
        assertEquals(0, xrandr.exitValue(), String.join(" ", words));
    }
}
