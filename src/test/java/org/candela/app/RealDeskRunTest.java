package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.ImageView;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.randr.RandrDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command line does with several heads of a real X server. What is typed is the light that a panel would give: of the
 * field that is shown on the head, through the ramp that the server has for it.
 */
@Timeout(120)
class RealDeskRunTest {
    private static final double GAMMA = 2.2;
    private static final double BLACK = 0.6;
    private static final Map<String, Double> WHITES = Map.of("DUMMY0", 450.0, "DUMMY1", 358.0, "DUMMY2", 300.0);
    /** Of the white that a table makes: a sub-grey step at 350 cd/m². */
    private static final double TOLERANCE = 2;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CommandDesk seat;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<DisplayDevice> heads;

    private final List<GammaRamp> found = new ArrayList<>();

    @BeforeEach
    void setUp() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        seat = new CommandDesk(folder);
        seat.typist = this::answer;
        desk = RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow();
        heads = desk.displays();
        for (DisplayDevice head : heads) {
            found.add(warm(desk.size(head)));
            desk.load(head, found.get(found.size() - 1));
            desk.leave(head);
        }
    }

    @AfterEach
    void tearDown() throws Exception {
        if (VirtualDesk.ownDesk().isPresent()) {
            for (DisplayDevice head : heads) {
                desk.load(head, GammaRamp.identity(desk.size(head)));
                desk.leave(head);
            }
            desk.close();
        }
    }

    // [utest->req~cli.qa-real~1]
    // [utest->req~cli.qa-match~1]
    @Test
    void twoHeadsAreCalibratedToTheWhiteThatBothReachAndGetTheirRampsBack() throws Exception {
        seat.isTerminal = true;

        int exit = seat.run(
                Stream.of("qa", "calibrate", "--match", "--display", "DUMMY0,DUMMY1", "--lit-minutes", "40", "--json"),
                CommandDesk.TYPED);

        assertTrue(exit < 2, seat.err.toString());
        JsonNode runs = JsonMapper.builder().build().readTree(seat.out.toString());
        assertEquals(2, runs.size());
        double white = 0.99 * 358;
        for (JsonNode run : runs) {
            assertEquals("CALIBRATION", run.at("/kind").asText());
            JsonNode matched = finding(run, "matched");
            assertEquals("CDL-0D1A-VIRT-1002", matched.at("/dimmest").asText());
            assertEquals(white, matched.at("/whiteCdPerM2").asDouble(), 0.01);
            JsonNode readings = run.at("/record/readings");
            assertEquals(
                    white,
                    readings.get(readings.size() - 1).at("/cdPerM2").asDouble(),
                    TOLERANCE,
                    "white through the table");
        }
        long moves = seat.questions.stream()
                .filter(question -> question.startsWith("put the meter on place 5 of 9"))
                .count();
        assertEquals(4, moves, "to each head twice: what it reaches, then its calibration");
        requireAsFound();
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void aHeadIsCheckedBeforeAShiftThroughTheTableItHas() throws Exception {
        verifyAsFound("DUMMY1");

        int exit = seat.run(Stream.of("qa", "preshift", "--display", "DUMMY1"), CommandDesk.TYPED);

        assertTrue(exit < 2, seat.err.toString());
        assertEquals(2, seat.questions.size(), "black and white: " + seat.questions);
        assertTrue(seat.out.toString().contains("CDL-0D1A-VIRT-1002"), seat.out.toString());
        assertTrue(seat.out.toString().contains("Nobody looked at a pattern"), seat.out.toString());
        requireAsFound();
    }

    // [utest->req~cli.qa-real~1]
    @Test
    void beforeAShiftTheMeterIsCarriedFromHeadToHead() throws Exception {
        for (String head : List.of("DUMMY0", "DUMMY1", "DUMMY2")) {
            verifyAsFound(head);
        }
        seat.isTerminal = true;

        int exit = seat.run(Stream.of("qa", "preshift", "--all", "--json"), CommandDesk.TYPED);

        assertTrue(exit < 2, seat.err.toString());
        JsonNode displays =
                JsonMapper.builder().build().readTree(seat.out.toString()).at("/displays");
        List<String> whites = new ArrayList<>();
        displays.forEach(display -> whites.add(String.format(
                Locale.ROOT,
                "%.0f",
                Math.max(
                        display.at("/record/readings/0/cdPerM2").asDouble(),
                        display.at("/record/readings/1/cdPerM2").asDouble()))));
        assertEquals(List.of("435", "346", "290"), whites, "of warm heads: blue is driven to three quarters");
        assertEquals(3 + 6, seat.questions.size(), seat.questions.toString());
        requireAsFound();
    }

    private static JsonNode finding(JsonNode run, String type) {
        for (JsonNode finding : run.at("/record/findings")) {
            if (finding.at("/type").asText().equals(type)) {
                return finding;
            }
        }
        throw new AssertionError("no " + type + " in " + run);
    }

    private void requireAsFound() throws Exception {
        for (int head = 0; head < heads.size(); head++) {
            assertEquals(
                    found.get(head), desk.read(heads.get(head)), heads.get(head).connector());
        }
    }

    /** Levels that follow the GSDF are typed, so that the head is in use as it is found. */
    private void verifyAsFound(String head) {
        double[] gsdf = {
            1.0, 2.0626, 3.6651, 5.9449, 9.0713, 13.2550, 18.7572, 25.9030, 35.0959, 46.8374, 61.7500, 80.6068,
            104.3682, 134.2270, 171.6661, 218.5286, 277.1074, 350.2565
        };
        seat.typist = number -> Optional.of(Double.toString(gsdf[(number - 1) % gsdf.length]));
        int exit = seat.run(Stream.of("qa", "test", "--display", head, "--lit-minutes", "40"), CommandDesk.TYPED);
        assertTrue(exit < 2, seat.err.toString());
        seat.forget();
        seat.typist = this::answer;
    }

    private Optional<String> answer(int number) {
        boolean isReading = seat.questions.get(number - 1).startsWith("reading");
        return Optional.of(isReading ? String.format(Locale.ROOT, "%.5f", light()) : "");
    }

    /** What a meter before the one head that shows a field reads, in cd/m². */
    private double light() {
        try {
            List<String> shown = Fx.call(CommandDesk::windows);
            DisplayDevice head = heads.stream()
                    .filter(each -> shown.contains(window(each.place())))
                    .findFirst()
                    .orElseThrow();
            int argb = Fx.call(RealDeskRunTest::field);
            GammaRamp ramp = desk.read(head);
            double share = 0.2126 * driven(ramp.red(argb >> 16 & 0xFF))
                    + 0.7152 * driven(ramp.green(argb >> 8 & 0xFF))
                    + 0.0722 * driven(ramp.blue(argb & 0xFF));
            double white = WHITES.getOrDefault(head.connector(), BLACK);
            return BLACK + (white - BLACK) * share;
        } catch (CandelaException e) {
            throw new AssertionError(e);
        }
    }

    /** The colour in the middle of the field that is shown: of the picture, since a screen may be a pulse behind. FX thread. */
    private static int field() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().getChildrenUnmodifiable().stream())
                .filter(ImageView.class::isInstance)
                .map(view -> ((ImageView) view).getImage())
                .mapToInt(image ->
                        image.getPixelReader().getArgb((int) image.getWidth() / 2, (int) image.getHeight() / 2))
                .findFirst()
                .orElseThrow();
    }

    private static double driven(int output) {
        return Math.pow(output / 65535.0, GAMMA);
    }

    private static String window(Place place) {
        return String.format(Locale.ROOT, "%d+%d %dx%d", place.x(), place.y(), place.width(), place.height());
    }

    /** Not neutral, so that it is seen whether it comes back. */
    private static GammaRamp warm(int size) {
        int[] full = new int[size];
        int[] less = new int[size];
        for (int i = 0; i < size; i++) {
            full[i] = i * 65535 / (size - 1);
            less[i] = i * 50000 / (size - 1);
        }
        return GammaRamp.of(full, full, less);
    }
}
