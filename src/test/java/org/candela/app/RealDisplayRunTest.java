package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
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
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.argyll.ArgyllMeters;
import org.candela.calibration.device.argyll.Spotread;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.cli.Answers;
import org.candela.cli.Candela;
import org.candela.cli.Interruption;
import org.candela.cli.QaCommand;
import org.candela.cli.QaTerminal;
import org.candela.cli.SensorShelves;
import org.candela.cli.StationOpener;
import org.candela.displayqa.QaStation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line measures heads of a real X server, with a meter that is typed and with a program that acts as one. */
@Timeout(120)
class RealDisplayRunTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String[] TYPED = {
        "--meter", "typed", "--meter-make", "Gossen", "--meter-model", "Mavo", "--meter-serial", "7"
    };

    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> questions = new ArrayList<>();
    private final Cancellation interrupt = new Cancellation();
    private MeterShelf meters = new MeterShelf(List.of());
    /** What is typed at the n-th question, from 1; none ends the input. */
    private Function<Integer, Optional<String>> typist = number -> Optional.empty();

    private boolean isTerminal;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayDevice right;

    @SuppressWarnings("NullAway.Init") // set before each test
    private GammaRamp found;

    @BeforeEach
    void setUp() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
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
        typist = number -> {
            windows.addAll(Fx.call(RealDisplayRunTest::windows));
            return Optional.of(level(number));
        };

        int exit = run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40", "--json"), TYPED);

        assertEquals(2, exit, "not with --json where no terminal is: " + err);
        exit = run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"), TYPED);
        assertTrue(exit < 2, err.toString());
        assertEquals(18, questions.size());
        assertEquals(List.of("1536+0 1536x2048"), windows.stream().distinct().toList());
        assertTrue(out.toString().contains("Constancy test of CDL-0D1A-VIRT-1002"), out.toString());
        assertEquals(found, desk.read(right));
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void nobodyIsTakenToBeWarm() {
        assertEquals(2, run(Stream.of("qa", "calibrate", "--display", "DUMMY1"), TYPED));
        assertTrue(err.toString().contains("say --lit-minutes N; its light is steady after 30 min"), err.toString());

        assertEquals(2, run(Stream.of("qa", "calibrate", "--display", "DUMMY1", "--lit-minutes", "3"), TYPED));
        assertTrue(err.toString().contains("has been on for 3 min"), err.toString());
        assertEquals(List.of(), questions);
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void aCalibrationThatIsCancelledPutsBackTheRampFoundAndRecordsNothing() throws Exception {
        List<GammaRamp> during = new ArrayList<>();
        typist = number -> {
            if (number == 3) {
                during.add(held());
                interrupt.cancel();
            }
            return Optional.of("1");
        };

        int exit = run(Stream.of("qa", "calibrate", "--display", "DUMMY1", "--lit-minutes", "40"), TYPED);

        assertEquals(130, exit, err.toString());
        assertTrue(err.toString().contains("candela: cancelled; displays are as they were found"), err.toString());
        assertEquals(List.of(GammaRamp.identity(256)), during);
        assertEquals(found, desk.read(right));
        assertEquals(0, run(Stream.of("qa", "history", "--json")));
        assertFalse(out.toString().contains("CALIBRATION"), out.toString());
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void theMeterIsMovedByWhoeverIsAskedAndEachPlaceTyped() throws Exception {
        typist = number -> Optional.of(number % 2 == 1 ? "" : "100");
        asFound();

        int exit = run(
                Stream.of("qa", "test", "--kind", "uniformity", "--display", "DUMMY1", "--lit-minutes", "40"), TYPED);

        assertTrue(exit < 2, err.toString());
        assertTrue(err.toString().contains("put the meter on place 9 of 9, bottom right"), err.toString());
        assertTrue(out.toString().contains("Uniformity test"), out.toString());
    }

    // [utest->req~cli.qa-real~1]
    // [utest->req~cli.meter~1]
    @Test
    void aMeterThatIsPluggedInMeasuresAndProgressIsToldForAMachine() throws Exception {
        meters = new MeterShelf(List.of(ArgyllMeters.by(spotread())));

        int exit = run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40", "--json"));

        assertTrue(exit < 2, err.toString());
        JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
        assertEquals("CONTACT", answer.at("/record/photometer/aim").asText());
        assertEquals(
                "I1-18.A-01.123456.07", answer.at("/record/photometer/serial").asText());
        assertEquals(54, answer.at("/record/readings").size(), "three a level");
        List<String> told = err.toString().lines().toList();
        assertEquals("{\"step\":\"CONFORMANCE_LEVELS\",\"done\":1,\"expected\":18}", told.get(0));
        assertEquals("{\"step\":\"CONFORMANCE_LEVELS\",\"done\":18,\"expected\":18}", told.get(17));
    }

    // [utest->req~displayqa.chosen-meter~1]
    @Test
    void theMeterThatWasChosenIsRememberedForRunsThatNameNone() throws Exception {
        typist = number -> Optional.of(level(number));
        assertEquals(0, run(Stream.of("qa", "sensors"), TYPED), err.toString());
        assertTrue(out.toString().contains("Gossen Mavo 7 (typed) measures displays from now on"), out.toString());

        int exit = run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"));

        assertTrue(exit < 2, err.toString());
        assertEquals(18, questions.size());
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
        command.addAll(List.of(TYPED));
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
        Function<Integer, Optional<String>> places = typist;
        typist = number -> Optional.of(level(number));
        run(Stream.of("qa", "test", "--display", "DUMMY1", "--lit-minutes", "40"), TYPED);
        typist = places;
        questions.clear();
        out.getBuffer().setLength(0);
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

    private static List<String> windows() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> String.format(
                        Locale.ROOT,
                        "%.0f+%.0f %.0fx%.0f",
                        window.getX(),
                        window.getY(),
                        window.getWidth(),
                        window.getHeight()))
                .toList();
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

    private int run(Stream<String> words, String... more) {
        Config config = Config.of(
                Map.of(
                        "CANDELA_HOME",
                        folder.resolve("home").toString(),
                        "DISPLAY",
                        VirtualDesk.ownDesk().orElseThrow()),
                folder,
                new Config.Machine("Linux", "amd64"));
        QaCommand.Devices devices = new QaCommand.Devices(
                new RealStations(config),
                new SensorShelves(meters.with(TypedMeters.UNREAD), new MeterShelf(List.of())));
        QaTerminal terminal = new QaTerminal(new Typed(), Interrupted::new, false);
        return Candela.commandLine(() -> 0, List.of(QaCommand.commandLine(devices, config::paths, CLOCK, terminal)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private final class Typed implements Answers {
        @Override
        public boolean isTerminal() {
            return isTerminal;
        }

        @Override
        public Optional<String> next(Cancellation cancellation) {
            cancellation.throwIfRequested();
            questions.add("?");
            return typist.apply(questions.size());
        }
    }

    private final class Interrupted implements Interruption {
        @Override
        public Cancellation cancellation() {
            return interrupt;
        }

        @Override
        public void close() {
            // Nothing was listened to.
        }
    }

    private final class RealStations implements StationOpener {
        private final Config config;

        RealStations(Config config) {
            this.config = config;
        }

        @Override
        public QaStation open() throws CandelaException {
            return MachineStation.open(config.desktop(), new MachineStation.Lights(meters, CLOCK));
        }

        @Override
        public QaStation openToMeasure(Measuring how) throws CandelaException {
            return MeasuringStation.open(how, new MeasuringStation.Surroundings(config, meters, CLOCK));
        }

        @Override
        public QaStation openSimulated() {
            throw new AssertionError("these are real");
        }
    }
}
