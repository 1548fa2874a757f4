package org.candela.facility.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~facility.window~1]
class FacilitiesWindowTest {
    private final Shelf shelf = new Shelf();
    private final Texts texts = new Texts();
    private Stage owner;
    private Stage stage;

    /** Facilities in memory; the key store is locked for the password "locked". */
    private static final class Shelf implements FacilitiesModel.Book {
        private final List<Facility> kept = new ArrayList<>();
        private final List<ServiceEndpoint> services = new ArrayList<>();

        @Override
        public synchronized List<Facility> list() {
            return List.copyOf(kept);
        }

        @Override
        public synchronized List<ServiceEndpoint> services(FacilityId facility) {
            return services.stream()
                    .filter(one -> one.facility().equals(facility))
                    .toList();
        }

        @Override
        public synchronized void save(Facility facility, FacilityEntry.Services told, String secret)
                throws CandelaException {
            if (secret.equals("locked")) {
                throw new CandelaException("vault.locked", "the key store is locked");
            }
            kept.removeIf(one -> one.id().equals(facility.id()));
            kept.add(facility);
            services.removeAll(told.dropped());
            services.addAll(told.saved());
        }

        @Override
        public List<String> test(Facility facility, Cancellation cancellation) {
            return List.of("works   dicomweb  " + facility.dicomWeb() + "  12 ms  3 studies", "FAILS   ups  no answer");
        }
    }

    /** A text whose lines must not be "bad". */
    private static final class Texts implements FacilityText {
        private String kept = "name: lines\nlook: upper";
        private int versions;

        @Override
        public synchronized Kept kept() {
            return new Kept(kept, "Version " + versions + " counts.");
        }

        @Override
        public List<String> starters() {
            return List.of("standard", "other");
        }

        @Override
        public String starter(String name) {
            return "name: " + name;
        }

        @Override
        public List<String> forms() {
            return List.of("HL7 message", "PDF");
        }

        @Override
        public List<String> subjects() {
            return List.of("A made-up final report", "The report on the desk");
        }

        @Override
        public Shown look(String text, Choice choice) throws CandelaException {
            requireGood(text);
            boolean isPdf = choice.form().equals("PDF");
            return new Shown(
                    "Made up, of nobody.",
                    isPdf ? List.of() : List.of("Lacks: segment 4: OBR-4 is empty"),
                    isPdf
                            ? List.of()
                            : List.of(
                                    "  1  MSH|^~\\&|CANDELA|",
                                    "  2  " + text.lines().count() + " lines"),
                    isPdf ? List.of(new WritableImage(600, 850)) : List.of());
        }

        @Override
        public synchronized Kept keep(String text) throws CandelaException {
            requireGood(text);
            kept = text;
            versions++;
            return kept();
        }

        private static void requireGood(String text) throws CandelaException {
            List<String> lines = text.lines().toList();
            if (lines.contains("bad")) {
                throw new CandelaException(
                        "test.text", "line " + (lines.indexOf("bad") + 1) + ": \"bad\" is no statement");
            }
        }
    }

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        shelf.kept.add(Facility.of(new FacilityId("south"), "South General", URI.create("https://south.example/web"))
                .withStates(Set.of("TX")));
        Fx.run(Theme::install);
        owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 1200, 800));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
        stage = Fx.call(Stage::new);
        FacilitiesModel model = new FacilitiesModel(shelf, Runnable::run, new UiExecutor());
        Fx.run(() -> new FacilitiesWindow(
                        stage,
                        owner,
                        model,
                        (kind, facility) -> new FacilityTextModel(texts, Runnable::run, new UiExecutor()))
                .open());
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.hide();
            owner.hide();
        });
    }

    private TextField field(String id) {
        return (TextField) stage.getScene().lookup("#facility-" + id);
    }

    private void type(String id, String text) {
        Fx.run(() -> field(id).setText(text));
    }

    private void press(String id) {
        Fx.run(() -> ((Button) stage.getScene().lookup("#facilities-" + id)).fire());
        Fx.settle();
    }

    private void chooseSouth() {
        Fx.run(() -> ((ListView<?>) stage.getScene().lookup("#facilities-list"))
                .getSelectionModel()
                .select(0));
        Fx.until("its fields", () -> field("id").getText().equals("south"));
    }

    /** The window of a text over this one. */
    private Stage opened(String kind) {
        press("text-" + kind);
        return Fx.call(() -> (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage over && over.getOwner() == stage)
                .findFirst()
                .orElseThrow());
    }

    private static TextArea words(Stage over, String id) {
        return (TextArea) over.getScene().lookup("#facility-text-" + id);
    }

    // [utest->req~facility.texts~1]
    @Test
    void aTextIsSeenAsWhatItComesToBeforeItIsKept() throws Exception {
        assertTrue(Fx.call(
                () -> stage.getScene().lookup("#facilities-text-reports").isDisabled()));
        chooseSouth();
        Stage over = opened("reports");
        try {
            Fx.until("what it comes to", () -> words(over, "made").getText().contains("2 lines"));
            Looks.at(over.getScene(), "facility-text");
            Fx.run(() -> words(over, "words").setText("name: mine\nlook: upper\nthird: 1"));
            Fx.until(
                    "what the change comes to",
                    () -> words(over, "made").getText().contains("3 lines"));
            assertEquals("name: lines\nlook: upper", texts.kept().text(), "looking keeps nothing");

            Fx.run(() -> ((Button) over.getScene().lookup("#facility-text-keep")).fire());

            Fx.until("kept", () -> ((Label) over.getScene().lookup("#facility-text-standing"))
                    .getText()
                    .equals("Version 1 counts."));
        } finally {
            Fx.run(over::hide);
        }
    }

    // [utest->req~facility.texts~1]
    @Test
    void aLineThatIsWrongIsSelectedAndNothingKept() throws Exception {
        chooseSouth();
        Stage over = opened("critical");
        try {
            Fx.run(() -> words(over, "words").setText("name: mine\nbad\nthird: 1"));
            Fx.run(() -> ((Button) over.getScene().lookup("#facility-text-keep")).fire());

            Fx.until("the line", () -> words(over, "words").getSelectedText().equals("bad"));
            Fx.run(() -> words(over, "words")
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "", KeyCode.TAB, false, false, false, false)));
            assertFalse(Fx.call(() -> words(over, "words").getText().contains("\t")), "the key leaves the field");
            assertFalse(Fx.call(() -> words(over, "words").isFocused()));
            Looks.at(over.getScene(), "facility-text-wrong");
            assertTrue(Fx.call(() -> ((Label) over.getScene().lookup("#facility-text-problem"))
                    .getText()
                    .startsWith("line 2:")));
            assertEquals("name: lines\nlook: upper", texts.kept().text());
        } finally {
            Fx.run(over::hide);
        }
    }

    private String said() {
        return Fx.call(this::words);
    }

    private String words() {
        return ((Label) stage.getScene().lookup("#facilities-said")).getText();
    }

    @Test
    void aFacilityIsEnteredTestedAndKept() throws Exception {
        type("id", "north-clinic");
        type("name", "North Clinic");
        type("address", "https://north.example/dicom-web");
        type("states", "tx, nm");
        press("test");
        assertTrue(said().startsWith("works   dicomweb"), said());
        assertEquals(1, shelf.list().size(), "a test keeps nothing");
        Looks.at(stage.getScene(), "facilities-tested");

        press("save");

        Fx.until("kept", () -> shelf.list().size() == 2);
        assertEquals(Set.of("NM", "TX"), shelf.list().get(1).states());
        Fx.until("told", () -> words().contains("next start"));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldWhichHasTheKeyboard() throws Exception {
        type("id", "north clinic");
        type("address", "https://north.example");
        type("reports", "ris.example");
        press("save");

        Fx.until("the keyboard", () -> field("id").isFocused());
        assertEquals(1, shelf.list().size());
        Looks.at(stage.getScene(), "facilities-wrong");
        type("id", "south");
        type("reports", "");
        press("save");
        assertEquals(1, shelf.list().size(), "the name of another is not taken");
    }

    @Test
    void aFacilityThatIsKeptIsChangedUnderItsName() {
        Fx.run(() -> ((ListView<?>) stage.getScene().lookup("#facilities-list"))
                .getSelectionModel()
                .select(0));
        Fx.until("its fields", () -> field("id").getText().equals("south"));
        assertTrue(Fx.call(() -> field("id").isDisabled()));
        type("name", "South Hospital");
        press("save");

        Fx.until("kept", () -> shelf.list().get(0).name().equals("South Hospital"));
        assertEquals(1, shelf.list().size());
        press("new");
        assertEquals("", Fx.call(() -> field("address").getText()));
        assertFalse(Fx.call(() -> field("id").isDisabled()));
    }

    @Test
    void aPasswordThatCannotBeKeptKeepsNothing() {
        type("id", "north");
        type("address", "https://north.example");
        type("user", "me");
        type("secret", "locked");
        press("save");

        Fx.until("told", () -> words().equals("the key store is locked"));
        assertEquals(1, shelf.list().size());
    }
}
