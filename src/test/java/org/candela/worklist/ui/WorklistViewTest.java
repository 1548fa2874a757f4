package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.facility.ReadingPriority;
import org.candela.store.StoreException;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistRow.Actuality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistViewTest {
    @TempDir
    private Path folder;

    private final List<String> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClinicDesk desk;

    @BeforeEach
    void fill() throws StoreException {
        desk = new ClinicDesk(folder);
        desk.model.refresh().join();
    }

    @AfterEach
    void close() throws StoreException {
        desk.close();
    }

    // [utest->req~worklist.place~1]
    @Test
    void aRefreshKeepsTheSelectedStudySelected() {
        onStage(view -> {
            TableView<WorklistRow> table = table(view);
            table.getSelectionModel().select(1);
            desk.studies.add(ClinicDesk.study("1.3", ReadingPriority.STAT, "CT ABDOMEN"));
            desk.clock.advance(Duration.ofSeconds(1));

            desk.model.refresh().join();

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
            Label longest = UrgencyMark.OVERDUE.saying("overdue 23 h 59 min");
            Theme.dress(new Scene(new StackPane(longest)));
            longest.applyCss();

            view.resize(700, 400);
            view.layout();

            double due = table(view).getColumns().get(1).getWidth();
            assertTrue(due >= longest.prefWidth(-1), due + " px for " + longest.prefWidth(-1));
        });
    }

    /** The share of the 1920 by 1080 work screen that a wide report leaves to the list. */
    @Test
    void noColumnHeadIsCutOnTheWorkScreen() {
        onStage(view -> {
            view.resize(940, 900);
            view.layout();

            Set<Node> heads = view.lookupAll(".column-header .label");
            assertEquals(7, heads.size());
            for (Node head : heads) {
                Label label = (Label) head;
                assertTrue(label.getWidth() >= label.prefWidth(-1), label.getText() + " is cut");
            }
        });
    }

    // [utest->req~worklist.urgency-marks~1]
    @Test
    void noTwoKindsOfUrgencyShareAShape() {
        List<String> shapes = new ArrayList<>();
        for (UrgencyMark mark : UrgencyMark.values()) {
            shapes.add(mark.outline());
        }

        onStage(view -> {
            for (Tone tone : Tone.values()) {
                shapes.add(outline(StatusMark.of(tone, "")));
            }
        });

        assertEquals(shapes.size(), Set.copyOf(shapes).size());
    }

    // [utest->req~worklist.urgency-marks~1]
    @Test
    void anUrgentStudyThatIsLateSaysBothInWordsAndShapes() {
        onStage(view -> {
            desk.clock.advance(Duration.ofMinutes(123));
            desk.model.tick();
            WorklistRow row = desk.model.rows().get(0);

            Label priority = UrgencyMark.ofPriority(row);
            Label due = UrgencyMark.ofTime(row);

            assertEquals("URGENT", priority.getText());
            assertEquals("overdue 3 min", due.getText());
            assertNotEquals(outline(priority), outline(due));
        });
    }

    private static String outline(Label label) {
        return ((SVGPath) label.getGraphic().lookup(".status-shape")).getContent();
    }

    // [utest->req~worklist.freshness~1]
    @Test
    void theHeadSaysOfEachFacilityHowFreshItIs() {
        onStage(view -> {
            FlowPane facilities = (FlowPane) view.lookup("#worklist-facilities");
            assertEquals("clinic: just now", textOf(facilities));

            desk.isDead = true;
            desk.clock.advance(Duration.ofMinutes(12));
            desk.model.refresh().join();

            assertEquals("clinic: not up to date, 12 min ago", textOf(facilities));
            VBox reasons = (VBox) view.lookup("#worklist-stale");
            assertEquals("clinic: connection refused; asked again in 30 s (F5 asks now)", textOf(reasons));
            assertEquals(Actuality.STALE, desk.model.rows().get(0).origin().actuality());
        });
    }

    // [utest->req~worklist.empty~1]
    @Test
    void anEmptyListOfAFacilityThatIsAwayDoesNotSayNothingToRead() {
        onStage(view -> {
            desk.studies.clear();
            desk.model.refresh().join();
            assertEquals("Nothing to read", placeholder(view));

            desk.isDead = true;
            desk.model.refresh().join();

            assertEquals("No study is known here, but not every facility has answered", placeholder(view));
        });
    }

    /** A reader who dictates or types must not find the keyboard elsewhere. */
    // [utest->req~worklist.stat-notice~1]
    @Test
    void aNewStatStudyIsToldAndTheKeyboardStaysWhereItIs() {
        onStage(view -> {
            TextField search = (TextField) view.lookup("#worklist-search");
            search.requestFocus();
            search.appendText("ct");
            Node banner = view.lookup("#worklist-stat");
            assertFalse(banner.isVisible());

            desk.studies.add(ClinicDesk.study("1.3", ReadingPriority.STAT, "MR SPINE"));
            desk.model.refresh().join();

            assertTrue(banner.isVisible());
            assertSame(search, view.getScene().getFocusOwner());
            Event.fireEvent(
                    search, new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false, false, false));
            assertEquals("ctx", search.getText());

            search.clear();
            table(view).requestFocus();
            press(table(view), KeyCode.S);

            assertFalse(banner.isVisible());
            assertEquals(
                    "MR SPINE",
                    table(view).getSelectionModel().getSelectedItem().description());
        });
    }

    // [utest->req~worklist.stat-notice~1]
    @Test
    void aNewStatStudyThatTheFilterHidesIsShownAllTheSame() {
        onStage(view -> {
            desk.model.show(ListFilter.ALL.withText("head"));
            desk.studies.add(ClinicDesk.study("1.3", ReadingPriority.STAT, "MR SPINE"));
            desk.model.refresh().join();
            table(view).requestFocus();

            press(table(view), KeyCode.S);

            assertEquals(
                    "MR SPINE",
                    table(view).getSelectionModel().getSelectedItem().description());
        });
    }

    // [utest->req~worklist.aside~1]
    @Test
    void pOpensWhatWasLaidAsideAndDigitsShowKeptViews() throws Exception {
        ReadingItem.Id chest = desk.model.rows().get(0).item().id();
        desk.worklist.claim(chest, "reader");
        desk.worklist.change(chest, ReadingState.CLAIMED, ReadingState.OPEN, "reader");
        desk.worklist.change(chest, ReadingState.OPEN, ReadingState.PUT_ASIDE, "reader");
        desk.model.settings().save("Heads", ListFilter.ALL.withText("head")).join();
        onStage(view -> {
            table(view).requestFocus();
            press(table(view), KeyCode.P);
            assertEquals(List.of("CT CHEST"), opened);

            press(table(view), KeyCode.DIGIT1);
            assertEquals(1, table(view).getItems().size());
            press(table(view), KeyCode.DIGIT0);
            assertEquals(2, table(view).getItems().size());
        });
    }

    private static String placeholder(WorklistView view) {
        return ((Label) table(view).getPlaceholder()).getText();
    }

    private static String textOf(Pane pane) {
        return ((Label) pane.getChildren().get(0)).getText();
    }

    private void onStage(java.util.function.Consumer<WorklistView> test) {
        Fx.start();
        Stage stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new WorklistView(desk.model, row -> opened.add(row.description())), 1100, 500);
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
}
