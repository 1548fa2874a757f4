package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.argyll.ArgyllMeters;
import org.candela.calibration.device.argyll.Spotread;
import org.candela.calibration.device.randr.RandrDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line measures heads of a real X server, with a meter that is typed and with a program that acts as one. */
@Timeout(120)
class RealDisplayRunTest {
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CommandDesk seat;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayDevice right;

    @SuppressWarnings("NullAway.Init") // set before each test
    private GammaRamp found;

    @BeforeEach
    void setUp() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        seat = new CommandDesk(folder);
        desk = RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow();
        right = desk.displays().get(1);
        found = reddish(desk.size(right));
        desk.load(right, found);
        desk.leave(right);
    }

    @AfterEach
    void tearDown() throws Exception {
        if (VirtualDesk.ownDesk().isPresent()) {
            desk.load(right, GammaRamp.identity(256));
            desk.leave(right);
            desk.close();
        }
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void typedReadingsMeasureOneHeadAndTheOthersAreLeftAlone() throws Exception {
        List<String> windows = new ArrayList<>();
        seat.typist = number -> {
            windows.addAll(Fx.call(CommandDesk::windows));
            return Optional.of(level(number));
        };

        int exit = seat.run(
                Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40", "--json"), CommandDesk.TYPED);

        assertEquals(2, exit, "not with --json where no terminal is: " + seat.err);
        exit = seat.run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"), CommandDesk.TYPED);
        assertTrue(exit < 2, seat.err.toString());
        assertEquals(18, seat.questions.size());
        assertEquals(List.of("1536+0 1536x2048"), windows.stream().distinct().toList());
        assertTrue(seat.out.toString().contains("Constancy test of CDL-0D1A-VIRT-1002"), seat.out.toString());
        assertEquals(found, desk.read(right));
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void nobodyIsTakenToBeWarm() {
        assertEquals(2, seat.run(Stream.of("qa", "calibrate", "--display", "DUMMY1"), CommandDesk.TYPED));
        assertTrue(
                seat.err.toString().contains("say --lit-minutes N; its light is steady after 30 min"),
                seat.err.toString());

        assertEquals(
                2,
                seat.run(Stream.of("qa", "calibrate", "--display", "DUMMY1", "--lit-minutes", "3"), CommandDesk.TYPED));
        assertTrue(seat.err.toString().contains("has been on for 3 min"), seat.err.toString());
        assertEquals(List.of(), seat.questions);
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void aCalibrationThatIsCancelledPutsBackTheRampFoundAndRecordsNothing() throws Exception {
        List<GammaRamp> during = new ArrayList<>();
        seat.typist = number -> {
            if (number == 3) {
                during.add(held());
                seat.interrupt.cancel();
            }
            return Optional.of("1");
        };

        int exit =
                seat.run(Stream.of("qa", "calibrate", "--display", "DUMMY1", "--lit-minutes", "40"), CommandDesk.TYPED);

        assertEquals(130, exit, seat.err.toString());
        assertTrue(
                seat.err.toString().contains("candela: cancelled; displays are as they were found"),
                seat.err.toString());
        assertEquals(List.of(GammaRamp.identity(256)), during);
        assertEquals(found, desk.read(right));
        assertEquals(0, seat.run(Stream.of("qa", "history", "--json")));
        assertFalse(seat.out.toString().contains("CALIBRATION"), seat.out.toString());
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void theMeterIsMovedByWhoeverIsAskedAndEachPlaceTyped() throws Exception {
        seat.typist = number -> Optional.of(number % 2 == 1 ? "" : "100");
        asFound();

        int exit = seat.run(
                Stream.of("qa", "test", "--kind", "uniformity", "--display", "DUMMY1", "--lit-minutes", "40"),
                CommandDesk.TYPED);

        assertTrue(exit < 2, seat.err.toString());
        assertTrue(seat.err.toString().contains("put the meter on place 9 of 9, bottom right"), seat.err.toString());
        assertTrue(seat.out.toString().contains("Uniformity test"), seat.out.toString());
    }

    // [utest->req~cli.qa-real~1]
    // [utest->req~cli.meter~1]
    @Test
    void aMeterThatIsPluggedInMeasuresAndProgressIsToldForAMachine() throws Exception {
        seat.meters = new MeterShelf(List.of(ArgyllMeters.by(spotread())));

        int exit = seat.run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40", "--json"));

        assertTrue(exit < 2, seat.err.toString());
        JsonNode answer = JsonMapper.builder().build().readTree(seat.out.toString());
        assertEquals("CONTACT", answer.at("/record/photometer/aim").asText());
        assertEquals(
                "I1-18.A-01.123456.07", answer.at("/record/photometer/serial").asText());
        assertEquals(54, answer.at("/record/readings").size(), "three a level");
        List<String> told = seat.err.toString().lines().toList();
        assertEquals("{\"step\":\"CONFORMANCE_LEVELS\",\"done\":1,\"expected\":18}", told.get(0));
        assertEquals("{\"step\":\"CONFORMANCE_LEVELS\",\"done\":18,\"expected\":18}", told.get(17));
    }

    // [utest->req~displayqa.chosen-meter~1]
    @Test
    void theMeterThatWasChosenIsRememberedForRunsThatNameNone() throws Exception {
        seat.typist = number -> Optional.of(level(number));
        assertEquals(0, seat.run(Stream.of("qa", "sensors"), CommandDesk.TYPED), seat.err.toString());
        assertTrue(
                seat.out.toString().contains("Gossen Mavo 7 (typed) measures displays from now on"),
                seat.out.toString());

        int exit = seat.run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"));

        assertTrue(exit < 2, seat.err.toString());
        assertEquals(18, seat.questions.size());
    }

    /** Ctrl+C as the terminal sends it, while the process waits for a line. */
    // [utest->req~cli.qa-real~1]
    @Test
    void anInterruptEndsTheProcessWithTheRampFound() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A shell's background job ignores the interrupt, and so would its children.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", java, "-Dprism.order=sw", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of("org.candela.app.Main qa calibrate --display DUMMY1 --lit-minutes 40".split(" ")));
        command.addAll(List.of(CommandDesk.TYPED));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of("CANDELA_HOME", folder.resolve("other").toString()));
        builder.environment().put("DISPLAY", VirtualDesk.ownDesk().orElseThrow());
        Process process = builder.start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (OutputStream input = process.getOutputStream();
                BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            input.write("0.5\n0.6\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
            awaitLine(errors, "reading 2");
            assertNotEquals(found, held());

            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor());

            awaitLine(errors, "candela: cancelled");
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not end");
            assertEquals(130, process.exitValue());
            assertEquals(found, held());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void awaitLine(BufferedReader errors, String start) throws Exception {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("it never said " + start);
    }

    /** A display that was tested as it is found, so that there is something in force to test further. */
    private void asFound() {
        Function<Integer, Optional<String>> places = seat.typist;
        seat.typist = number -> Optional.of(level(number));
        seat.run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"), CommandDesk.TYPED);
        seat.typist = places;
        seat.forget();
    }

    /** A display that follows the GSDF from 1 to 350 cd/m²: P 0, 15, … (docs/display-qa.md §5). */
    private static String level(int number) {
        double[] gsdf = {
            1.0, 2.0626, 3.6651, 5.9449, 9.0713, 13.2550, 18.7572, 25.9030, 35.0959, 46.8374, 61.7500, 80.6068,
            104.3682, 134.2270, 171.6661, 218.5286, 277.1074, 350.2565
        };
        return String.format(Locale.ROOT, "%.4f", gsdf[(number - 1) % gsdf.length]);
    }

    private static GammaRamp reddish(int size) {
        int[] full = new int[size];
        int[] less = new int[size];
        for (int i = 0; i < size; i++) {
            full[i] = i * 257;
            less[i] = i * 200;
        }
        return GammaRamp.of(full, less, less);
    }

    private GammaRamp held() {
        try {
            return desk.read(right);
        } catch (CandelaException e) {
            throw new AssertionError(e);
        }
    }

    /** Prints what spotread 2.3.1 prints, a little more light each time. */
    private Spotread spotread() throws Exception {
        Path program = folder.resolve("spotread");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = -? ]; then
                    printf 'Measure spot values, Version 2.3.1\\n' >&2
                    printf "    1 = 'usb:/bus1/dev4 (X-Rite i1 DisplayPro)'\\n" >&2
                    exit 1
                fi
                echo >> FOLDER/count
                n=$(wc -l < FOLDER/count)
                Y=$(awk -v n=$n 'BEGIN{printf "%.6f", 0.5*1.4^int((n+1)/3)}')
                printf 'Connecting to the instrument ..\\n'
                printf 'Product Name:      i1Display3\\nSerial Number:     I1-18.A-01.123456.07\\n'
                printf 'Firmware Version:  v1.03\\n\\nPlace instrument on spot to be measured,\\n'
                printf 'Hit ESC or Q to exit, any other key to take a reading: '
                printf '\\n Result is XYZ: %s %s %s, Yxy: %s 0.312200 0.329000\\n' $Y $Y $Y $Y
                """.replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Spotread.Limits limits =
                new Spotread.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(300), 2);
        return new Spotread(program, Optional.of(folder), limits);
    }
}
