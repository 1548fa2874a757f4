package org.candela.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.base.AppPaths;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.report.OpenReport;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.ScreenRole;
import org.candela.ui.Tone;
import org.candela.vault.FastVault;
import org.candela.vault.VaultDoor;
import org.candela.viewer.ui.ViewportView;

/**
 * The product's workstation in a process that is there to be killed: does what the lines of its standard input say and
 * tells on standard output, a line each, how far it is. Ends in order when the input ends.
 */
final class KillableWorkstation {
    static final String MARK = "> ";
    static final String READY = "ready";
    static final String OPEN_NEXT = "open-next";
    static final String REOPEN = "reopen";
    static final String OPENED = "opened";
    static final String TYPE = "type";
    static final String SHOWN = "shown";
    static final String WRITE = "write";
    static final String WRITTEN = "written";
    static final String SIGN = "sign";
    static final String SIGNING = "signing";
    static final String SIGNED = "signed";
    static final String FAILED = "failed";
    /** Orders to a {@link KillableReading}. */
    static final String LAY = "lay";

    static final String WORK = "work";
    static final String LOOK = "look";
    /** What is typed, again and again. */
    static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz ";

    /** Orders to a {@link GreppedReading}. */
    static final String SPEAK = "speak";

    static final String SPOKEN = "spoken";
    static final String BUGS = "bugs";

    static final String FIELD = "findings";
    static final String SENTENCE = "No acute finding, to be kept whatever happens.";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final OpenRoom open;
    private final ReportViewModel report;
    private final KillableReading reading;

    private KillableWorkstation(OpenRoom open) {
        this.open = open;
        this.report = open.models().report();
        this.reading = new KillableReading(open, KillableWorkstation::tell, this::focusWords);
    }

    /** @param args the home folder; the passphrase of its key store, where it has one */
    public static void main(String[] args) throws Exception {
        Clock clock = Clock.systemUTC();
        AppPaths paths = AppPaths.under(Path.of(args[0]));
        LogFiles.begin(paths.logs(), clock);
        Bugs.keepQuiet();
        Config config = args.length > 1
                ? sealed(paths, System.getenv("DISPLAY"), args[1])
                : new Config(paths, System.getenv("DISPLAY"), true, Places.NONE, TestRoom.READER, 30, 0);
        try (Workstation workstation = new Workstation(config, clock)) {
            OpenRoom open = workstation.open().get(60, TimeUnit.SECONDS);
            letGo();
            tell(READY);
            new KillableWorkstation(open).obey();
        } catch (Throwable failure) {
            tell(FAILED + " " + failure);
            System.exit(1);
        }
        System.exit(0);
    }

    /** With a key store that nobody is asked for. */
    static Config sealed(AppPaths paths, String display, String passphrase) {
        VaultDoor door =
                new VaultDoor(FastVault.at(paths.vault()), List.of(() -> Optional.of(passphrase.toCharArray())));
        return new Config(paths, display, true, Places.NONE, TestRoom.READER, 30, 0, 0, door);
    }

    private static void tell(String line) {
        OUT.println(MARK + line);
    }

    private void obey() throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case OPEN_NEXT -> openNext();
                case REOPEN -> reopen();
                case TYPE -> type();
                case WRITE -> write();
                case SIGN -> sign();
                case SPEAK -> {
                    new GreppedReading(open).speak();
                    tell(SPOKEN);
                }
                case BUGS -> {
                    GreppedReading grepped = new GreppedReading(open);
                    tell(BUGS + " " + Fx.call(grepped::quote));
                    grepped.bugs();
                    tell(BUGS + " are over");
                }
                case LAY -> reading.lay();
                case WORK -> reading.work();
                case LOOK -> reading.look();
                default -> throw new IllegalArgumentException(order);
            }
        }
    }

    private void openNext() {
        Fx.until("a study to read", () -> open.models().worklist().next().isPresent());
        press(KeyCode.F9);
        awaitCase();
    }

    /** By a click on the unfinished report that the room offers as soon as it stands. */
    // [utest->req~report.unfinished~1]
    private void reopen() {
        Fx.until("the list", () -> !open.models().worklist().rows().isEmpty());
        Fx.until("the report that was left", () -> offered().isPresent());
        Fx.settle();
        Fx.run(() -> {
            Node button = offered().orElseThrow();
            Bounds bounds = button.localToScreen(button.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
        awaitCase();
    }

    private Optional<Node> offered() {
        return Optional.ofNullable(window(ScreenRole.WORK).getScene().getRoot().lookup(".other-draft"));
    }

    /** Who was killed while typing may have left a key down, and the X server would repeat it for all who come after. */
    private static void letGo() {
        Fx.run(() -> {
            Robot robot = new Robot();
            Stream.of(KeyCode.values()).filter(KeyCode::isLetterKey).forEach(robot::keyRelease);
            Stream.of(KeyCode.SPACE, KeyCode.F8, KeyCode.F9).forEach(robot::keyRelease);
        });
    }

    private void awaitCase() {
        Fx.until(
                "a case; blocked: " + open.reading().cases().blockedProperty().get(),
                () -> open.reading().cases().currentProperty().get().isPresent());
        Fx.until("the images", () -> viewports().allMatch(ViewportView::isUpToDate));
        Fx.until("the report", () -> report.reportProperty().get().isPresent());
        tell(OPENED + " "
                + Fx.call(() -> open.reading().session().study().isPresent()
                        ? report.textProperty(FIELD).get()
                        : "without images"));
    }

    private Stream<ViewportView> viewports() {
        return Stream.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)
                .map(role -> (ViewportView) window(role).getScene().getRoot().lookup(".viewport"));
    }

    private void focusWords() {
        Stage work = window(ScreenRole.WORK);
        Node field = Fx.call(() -> node("field-" + FIELD));
        Fx.run(field::requestFocus);
        DeskKeyboard.turnTo(work);
        Fx.until("the field has the keyboard", () -> work.isFocused() && field.isFocused());
    }

    /** Types with real keys until it is killed, and tells how many of the characters stand in the field. */
    private void type() {
        press(KeyCode.F8);
        TextInputControl field = (TextInputControl) Fx.call(() -> node("field-" + FIELD));
        Fx.run(() -> {
            field.requestFocus();
            field.clear();
        });
        Fx.until("the field has the keyboard", field::isFocused);
        Fx.run(() -> report.textProperty(FIELD).addListener((value, before, now) -> tell(SHOWN + " " + now.length())));
        for (int i = 0; true; i++) {
            char sign = ALPHABET.charAt(i % ALPHABET.length());
            KeyCode key = sign == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign)));
            int wanted = i + 1;
            Fx.run(() -> new Robot().keyType(key));
            Fx.until("a character", () -> field.getLength() == wanted);
        }
    }

    private void write() {
        Fx.run(() -> {
            for (List<SignFinding> missing = missing(); !missing.isEmpty(); missing = missing()) {
                fill(missing.get(0).fieldId());
            }
        });
        Fx.until("it is saved", () -> report.savingProperty().get().tone() == Tone.GOOD);
        tell(WRITTEN + " "
                + Fx.call(() ->
                        report.reportProperty().get().orElseThrow().draft().id()));
    }

    private List<SignFinding> missing() {
        return report.findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .filter(finding -> !finding.fieldId().isEmpty())
                .toList();
    }

    private void fill(String fieldId) {
        OpenReport written = report.reportProperty().get().orElseThrow();
        TemplateField.Content content = written.template().fields().stream()
                .filter(field -> field.id().equals(fieldId))
                .findFirst()
                .orElseThrow()
                .content();
        String text =
                switch (content.kind()) {
                    case PROSE, LINE -> SENTENCE;
                    case NUMBER -> "12";
                    case CHOICE -> content.options().get(0);
                };
        report.textProperty(fieldId).set(text);
    }

    /** Signs final, warnings confirmed; tells when it begins and how it ended. */
    private void sign() {
        AtomicBoolean isTold = new AtomicBoolean();
        Fx.run(() -> {
            List.copyOf(report.findings()).stream()
                    .filter(finding -> !report.isConfirmed(finding))
                    .forEach(report::toggleConfirmed);
            tell(SIGNING);
            var unused = report.sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray())
                    .thenRun(() -> {
                        if (isTold.compareAndSet(false, true)) {
                            tell((report.finalProperty().get() ? SIGNED : FAILED) + " "
                                    + report.noticeProperty().get().text());
                        }
                    });
        });
    }

    private void press(KeyCode key) {
        DeskKeyboard.turnTo(window(ScreenRole.WORK));
        Fx.run(() -> new Robot().keyType(key));
    }

    private Node node(String id) {
        return window(ScreenRole.WORK).getScene().getRoot().lookupAll("*").stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Stage window(ScreenRole role) {
        return open.room().desk().windowOf(role).orElseThrow();
    }
}
