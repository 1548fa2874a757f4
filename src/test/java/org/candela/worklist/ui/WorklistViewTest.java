package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.candela.worklist.Worklist;
import org.candela.worklist.ui.WorklistRow.Lateness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistViewTest {
    private static final Instant START = Instant.parse("2026-11-24T01:30:00Z");
    private static final FacilityId CLINIC = new FacilityId("clinic");

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private final List<StudySummary> studies = new ArrayList<>(List.of(
            study("1.1", ReadingPriority.ROUTINE, "CT HEAD"), study("1.2", ReadingPriority.URGENT, "CT CHEST")));
    private final List<String> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WorklistViewModel model;

    @BeforeEach
    void fill() throws StoreException {
        database = Database.open(folder.resolve("w.db"), clock);
        Facility clinic = Facility.of(CLINIC, "Clinic", URI.create("http://localhost/clinic"));
        Worklist worklist = new Worklist(Map.of(clinic, new ListSource()), database, new AuditLog(), clock);
        model = new WorklistViewModel(worklist, new WorklistViewModel.Threads(Runnable::run, Runnable::run), clock);
        model.refresh().join();
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~worklist.countdown~1]
    @Test
    void theTimeLeftMovesOnWithoutARefresh() {
        assertEquals("in 2 h 00 min", model.rows().get(0).due());
        assertEquals(Lateness.ON_TIME, model.rows().get(0).lateness());

        clock.advance(Duration.ofMinutes(90));
        model.tick();

        assertEquals("in 30 min", model.rows().get(0).due());
        assertEquals(Lateness.SOON, model.rows().get(0).lateness());

        clock.advance(Duration.ofMinutes(33));
        model.tick();

        assertEquals("3 min over", model.rows().get(0).due());
        assertEquals(Lateness.OVER, model.rows().get(0).lateness());
    }

    @Test
    void searchNarrowsTheRowsAndNextStaysWithinThem() {
        model.searchProperty().set("head");

        assertEquals(1, model.rows().size());
        assertEquals("CT HEAD", model.next().orElseThrow().description());
    }

    // [utest->req~worklist.place~1]
    @Test
    void aRefreshKeepsTheSelectedStudySelected() {
        onStage(view -> {
            TableView<WorklistRow> table = table(view);
            table.getSelectionModel().select(1);
            studies.add(study("1.3", ReadingPriority.STAT, "CT ABDOMEN"));
            clock.advance(Duration.ofSeconds(1));

            model.refresh().join();

            assertEquals("CT ABDOMEN", table.getItems().get(0).description());
            assertEquals("CT HEAD", table.getSelectionModel().getSelectedItem().description());
        });
    }

    @Test
    void enterOpensTheSelectedStudyAndNTheNext() {
        onStage(view -> {
            TableView<WorklistRow> table = table(view);
            table.requestFocus();
            table.getSelectionModel().select(1);

            press(table, KeyCode.ENTER);
            press(table, KeyCode.N);

            assertEquals(List.of("CT HEAD", "CT CHEST"), opened);
        });
    }

    @Test
    void slashGoesToTheSearchAndDoesNotLandInIt() {
        onStage(view -> {
            TextField search = (TextField) view.lookup("#worklist-search");
            table(view).requestFocus();

            Event.fireEvent(
                    table(view),
                    new KeyEvent(KeyEvent.KEY_TYPED, "/", "", KeyCode.UNDEFINED, false, false, false, false));

            assertTrue(search.isFocused());
            assertEquals("", search.getText());
        });
    }

    /** In a pane as narrow as that of the work screen the words "over" and "STAT" must still be there. */
    @Test
    void howLateAStudyIsIsNeverCutOff() {
        onStage(view -> {
            Label longest = StatusMark.of(Tone.BAD, "23 h 59 min over");
            Theme.dress(new Scene(new StackPane(longest)));
            longest.applyCss();

            view.resize(700, 400);
            view.layout();

            double due = table(view).getColumns().get(1).getWidth();
            assertTrue(due >= longest.prefWidth(-1), due + " px for " + longest.prefWidth(-1));
        });
    }

    private void onStage(java.util.function.Consumer<WorklistView> test) {
        Fx.start();
        Stage stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new WorklistView(model, row -> opened.add(row.description())), 1100, 500);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
        try {
            Fx.settle();
            Fx.run(() -> test.accept((WorklistView) stage.getScene().getRoot()));
        } finally {
            Fx.run(stage::hide);
        }
    }

    @SuppressWarnings("unchecked") // the only table of the view
    private static TableView<WorklistRow> table(WorklistView view) {
        return (TableView<WorklistRow>) view.lookup("#worklist-table");
    }

    private static void press(TableView<WorklistRow> table, KeyCode code) {
        Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static StudySummary study(String uid, ReadingPriority priority, String description) {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        return new StudySummary(
                new StudyIdentity(new Uid(uid), patient, "A" + uid, Optional.empty(), description, ""),
                CLINIC,
                Set.of("CT"),
                1,
                Optional.of(priority),
                Optional.of(START));
    }

    /** Lists the studies of the test. */
    private final class ListSource implements StudySource {
        @Override
        public FacilityId facility() {
            return CLINIC;
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            return CompletableFuture.completedFuture(List.copyOf(studies));
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("not asked for here"));
        }
    }

    /** Stands until it is moved. */
    private static final class MovingClock extends Clock {
        private Instant now = START;

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
