package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.report.ReportSamples;
import org.candela.report.spelling.Spelling;
import org.candela.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spelling in the editor as it is seen and typed, with the disk and the FX thread as they are in the room. */
// [utest->req~report.spelling~1]
class SpellingDeskTest {
    private static final Spelling SPELLING = Spelling.open(Set.of());
    private static final int KEYS = 240;
    private static final String TYPED = "The lugns are clear without efusion. Mild degenarative change of the spine. ";
    private static final String SOUND = "The lungs are clear without effusion. Mild degenerative change of the spine. ";
    /** Of processor time that a keystroke may cost the FX thread more with spelling: half a frame of 60 Hz. */
    private static final double MOST_MILLIS = 8;

    @TempDir
    private Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();

    @SuppressWarnings("NullAway.Init") // set before each test
    private DeskFixture desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        desk = new DeskFixture(folder, new ReportViewModel.Threads(io, Platform::runLater));
        stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new ReportView(desk.model), 840, 1040);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            desk.model.studiesOnScreen(List.of(ReportSamples.STUDY));
            var unused = desk.model.open(ReportSamples.firstStudy());
            return made;
        });
        Fx.until("the report is on the desk", () -> desk.model.draft().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        io.shutdownNow();
        desk.close();
    }

    @Test
    void anUnknownWordHasAWaveAndAKeyMendsIt() throws Exception {
        Fx.run(() -> {
            desk.model.spelling().use(SPELLING, word -> {});
            desk.model.textProperty("findings").set("Small efusion on the left. No pneumothorax.");
        });
        Fx.until(
                "a wave is drawn",
                () -> stage.getScene().getRoot().lookupAll(".mark-misspelled").size() == 1);

        Fx.run(() -> view().spell());
        Fx.until("it is asked what was meant", () -> node("report-pick").isVisible());
        Looks.at(stage.getScene(), "report-spelling");
        Fx.run(() -> {
            TextInputControl search = (TextInputControl) node("report-pick-search");
            search.setText("effusion");
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertEquals(
                "Small effusion on the left. No pneumothorax.",
                Fx.call(() -> desk.model.textProperty("findings").get()));
        Fx.until(
                "no wave is left",
                () -> stage.getScene().getRoot().lookupAll(".mark-misspelled").isEmpty());
    }

    @Test
    void theFormOfDatesIsChosenByAKey() {
        List<String> chosen = new ArrayList<>();
        Fx.run(() -> {
            view().onDates(style -> chosen.add(style.name()));
            view().chooseDates();
            TextInputControl search = (TextInputControl) node("report-pick-search");
            search.setText("-");
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertEquals(List.of("ISO"), chosen);
    }

    /** With a report of about a thousand words on the desk, sixteen of them wrong, and twelve more while it is typed. */
    @Test
    @Tag("timed")
    void typingCostsTheFxThreadHardlyMoreWithSpelling() {
        Fx.run(() -> desk.model.textProperty("findings").set(SOUND.repeat(76) + TYPED.repeat(4)));
        List<Double> warm = typed();
        List<Double> without = typed();
        Fx.run(() -> desk.model.spelling().use(SPELLING, word -> {}));
        Fx.until(
                "all was looked at",
                Duration.ofSeconds(20),
                () -> !stage.getScene().getRoot().lookupAll(".mark-misspelled").isEmpty());
        List<Double> settled = typed();
        List<Double> with = typed();

        System.err.printf(
                "FX thread a keystroke, processor ms, median and 95th of a hundred: without %.2f, %.2f; with spelling %.2f,"
                        + " %.2f (%d, %d)%n",
                at(without, 0.5), at(without, 0.95), at(with, 0.5), at(with, 0.95), warm.size(), settled.size());
        assertTrue(at(with, 0.5) - at(without, 0.5) < MOST_MILLIS, "it costs too much, see above");
    }

    /** Processor time of the FX thread for each letter, its drawing with it. */
    private List<Double> typed() {
        TextArea area = (TextArea) Fx.call(() -> node("field-impression"));
        Fx.run(() -> {
            area.requestFocus();
            area.clear();
        });
        List<Double> taken = new ArrayList<>();
        for (int at = 0; at < KEYS; at++) {
            String letter = TYPED.substring(at % TYPED.length(), at % TYPED.length() + 1);
            long before = Fx.call(SpellingDeskTest::cpuNanos);
            Fx.run(() -> area.insertText(area.getLength(), letter));
            Fx.settle();
            taken.add((Fx.call(SpellingDeskTest::cpuNanos) - before) / 1e6);
        }
        return taken;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double at(List<Double> taken, double share) {
        return taken.stream().sorted().toList().get((int) (share * (taken.size() - 1)));
    }

    private ReportView view() {
        return (ReportView) stage.getScene().getRoot();
    }

    private Node node(String id) {
        return ((Parent) view())
                .lookupAll("*").stream()
                        .filter(node -> id.equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
    }
}
