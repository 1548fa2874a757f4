package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.hanging.ProtocolLibrary;
import org.candela.viewer.window.PresetLibrary;
import org.candela.viewer.window.WindowPreset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeDeskTest {
    private static final KeyBindings SHIPPED =
            KeyMap.standard(ViewerCommands.keys()).bindings();

    private static final String TEXT = """
            schema: 1
            practice: Northern Radiology
            textSize: 125
            keys:
              viewer.invert: Shift+F7
              app.keys: F11; Ctrl+K, H
            mouse:
              mouse.back: viewer.invert
              wheel.shift: series
            presets:
              - {name: Lung of the practice, modality: CT, unit: HU, center: -500, width: 1400}
            protocols:
              - id: ct-two
                name: Two by two
                match: {modality: [CT]}
                stages:
                  - panels:
                      - {grid: 1x1, cells: [{}]}
            """;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private PracticeDesk desk;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        desk = new PracticeDesk(database, clock, SHIPPED);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~practice.layers~1]
    @Test
    void whatTheReaderDidNotChooseIsAsThePracticeSaysAndTheRestAsItComes() throws Exception {
        assertEquals(7, desk.take(TEXT).size());

        Keyboard keyboard = keyboard();
        assertEquals(Optional.of("viewer.invert"), commandOf(keyboard, "Shift+F7"));
        assertEquals(Keyboard.Origin.PRACTICE, keyboard.originOf("viewer.invert"));
        assertEquals(Keyboard.Origin.SHIPPED, keyboard.originOf("app.commands"));
        assertEquals(Optional.of("app.commands"), commandOf(keyboard, "F1"));
        MouseBindings mouse = new OwnKeys(database).mouse();
        assertEquals(Optional.of(ViewerAction.INVERT), mouse.action(Button.BACK));
        assertEquals(MouseBindings.standard().tool(Button.SECONDARY), mouse.tool(Button.SECONDARY));
        assertEquals(125, TextSize.load(database));
        assertEquals(List.of("Lung of the practice"), namesOf("CT"));
        ProtocolLibrary protocols = ProtocolLibrary.open(database, clock);
        assertEquals("ct-two", protocols.protocols().all().get(0).id());
        assertTrue(protocols.protocols().isOfPractice("ct-two"));
    }

    // [utest->req~practice.layers~1]
    @Test
    void theReadersOwnAlwaysWinsAndGoesBackToWhatThePracticeSays() throws Exception {
        OwnKeys kept = new OwnKeys(database);
        kept.save(KeyBindings.parse(Map.of("viewer.reset", "Shift+F7")));
        TextSize.save(database, 150);
        PresetLibrary.open(database, clock).take(List.of(lung("Mine")));
        kept.save(MouseBindings.standard().with(Map.of("mouse.back", "viewer.reset")));

        desk.take(TEXT);

        Keyboard keyboard = keyboard();
        assertEquals(Optional.of("viewer.reset"), commandOf(keyboard, "Shift+F7"));
        assertEquals(Keyboard.Origin.OWN, keyboard.originOf("viewer.reset"));
        assertEquals(150, TextSize.load(database));
        assertEquals(List.of("Mine"), namesOf("CT"));
        assertEquals(Optional.of(ViewerAction.RESET), kept.mouse().action(Button.BACK));
        keyboard.reset("viewer.reset");
        assertEquals(Optional.of("viewer.invert"), commandOf(keyboard, "Shift+F7"));
        PresetLibrary.open(database, clock).reset();
        assertEquals(List.of("Lung of the practice"), namesOf("CT"));
        kept.save(kept.usualMouse());
        assertEquals(Optional.of(ViewerAction.INVERT), kept.mouse().action(Button.BACK));
    }

    // [utest->req~practice.layers~1]
    @Test
    void aSecondHandOverTakesThePlaceOfTheFirstAndForgettingGivesBackWhatItComesWith() throws Exception {
        desk.take(TEXT);
        desk.take("schema: 1\npractice: Other\nkeys: {viewer.reset: Shift+F8}\n");

        assertEquals(Optional.of("Other"), desk.name());
        assertEquals(Optional.empty(), commandOf(keyboard(), "Shift+F7"));
        assertEquals(TextSize.NORMAL, TextSize.load(database));

        desk.forget();
        assertEquals(Optional.empty(), desk.name());
        assertEquals(SHIPPED, keyboard().map().bindings());
    }

    // [utest->req~practice.text~1]
    @Test
    void whatIsHandedOnIsTakenElsewhereAsItIsHere() throws Exception {
        desk.take(TEXT);
        new OwnKeys(database).save(KeyBindings.parse(Map.of("viewer.reset", "Shift+F8", "viewer.mirror", "")));

        String text = desk.handOn("Next").write();
        try (Database other = Database.open(folder.resolve("other.db"), clock)) {
            PracticeDesk there = new PracticeDesk(other, clock, SHIPPED);
            there.take(text);
            assertEquals(text, there.handOn("Next").write());
        }
        PracticeText read = PracticeText.read(text, SHIPPED);
        assertEquals(List.of(), read.keys().of("viewer.mirror"));
        assertEquals("Shift+F8", read.keys().text().get("viewer.reset"));
        assertEquals(Map.of("mouse.back", "viewer.invert", "wheel.shift", "series"), read.mouse());
    }

    // [utest->req~practice.text~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    textSize: 125               | textSize: 130        | textSize must be 100 | (line 3)
                      viewer.invert: Shift+F7   |   viewer.sing: F7    | keys.viewer.sing is no command | (line 5)
                      viewer.invert: Shift+F7   |   viewer.invert: Sh  | keys.viewer.invert must be a key | (line 5)
                      viewer.invert: Shift+F7   |   viewer.invert: F11 | keys.viewer.invert is a second use | (line 5)
                      wheel.shift: series       |   wheel.shift: sing  | mouse.wheel.shift is refused | (line 9)
                    center: -500                | centre: -500         | presets[0] has an unknown key: centre | (line 11)
                    width: 1400                 | width: none          | presets[0].width must be a number | (line 11)
                    name: Two by two            | nmae: Two by two     | protocols[0] has an unknown key: nmae | (line 13)
                    practice: Northern Radiology | practices: X        | the text has an unknown key: practices | practices
                    """)
    void whatIsWrongIsRefusedWithItsLineAndNothingChanges(String right, String wrong, String told, String line)
            throws Exception {
        desk.take("schema: 1\npractice: Before\n");

        CandelaException refused =
                assertThrows(CandelaException.class, () -> desk.take(TEXT.replace(right.strip(), wrong.strip())));

        assertTrue(String.valueOf(refused.getMessage()).startsWith(told), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).endsWith(line), refused.getMessage());
        assertEquals(Optional.of("Before"), desk.name());
    }

    /** A process that takes one hand-over after the other is killed in the midst of it. */
    // [utest->req~practice.layers~1]
    @Test
    @Timeout(60)
    void afterAKillOneWholeHandOverIsThere() throws Exception {
        Path file = folder.resolve("killed.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (++told == 40) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue(), "killed, not ended");

        try (Database killed = Database.open(file, Clock.systemUTC())) {
            String name =
                    new PracticeDesk(killed, Clock.systemUTC(), SHIPPED).name().orElseThrow();
            int number = Integer.parseInt(name);
            // At most the one that was being kept when the process died is there beside those that were told.
            assertTrue(number == told - 1 || number == told, number + " after " + told);
            assertEquals(
                    Map.of("viewer.invert", "Shift+F" + (1 + number % 12)),
                    new OwnKeys(killed).practice().text());
        }
    }

    /** Takes hand-overs without end, and tells each when it is kept. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws Exception {
            Database database = Database.open(Path.of(arguments[0]), Clock.systemUTC());
            PracticeDesk desk = new PracticeDesk(database, Clock.systemUTC(), SHIPPED);
            for (int number = 0; ; number++) {
                desk.take("schema: 1\npractice: '" + number + "'\nkeys: {viewer.invert: Shift+F" + (1 + number % 12)
                        + "}\n");
                System.out.println(number);
                System.out.flush();
            }
        }
    }

    private Keyboard keyboard() throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        return new Keyboard(new Keyboard.Layers(SHIPPED, kept.practice()), kept.load(), own -> {});
    }

    private static Optional<String> commandOf(Keyboard keyboard, String key) {
        return keyboard.map().commandFor(KeySequence.parse(key));
    }

    private static WindowPreset lung(String name) {
        return new WindowPreset(name, "CT", "", "HU", VoiWindow.linear(-600, 1500));
    }

    private List<String> namesOf(String modality) throws CandelaException {
        return PresetLibrary.open(database, clock).presets().of(modality).stream()
                .map(WindowPreset::name)
                .toList();
    }
}
