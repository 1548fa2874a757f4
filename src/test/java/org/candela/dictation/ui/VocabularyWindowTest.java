package org.candela.dictation.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.MovableClock;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.store.Database;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.words-window~1]
class VocabularyWindowTest {
    @TempDir
    private Path folder;

    private final AtomicInteger openings = new AtomicInteger();
    private Database database;
    private Vocabulary vocabulary;
    private Stage owner;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        MovableClock clock = new MovableClock();
        database = Database.open(folder.resolve("candela.db"), clock);
        vocabulary = new Vocabulary(database, clock, "one");
        vocabulary.add(new AddedWord("Doe", "dough", Kind.PERSON));
        vocabulary.propose(
                List.of(new AddedWord("Zyntrel", "zin trail", Kind.TERM), new AddedWord("Quorix", "", Kind.TERM)));
        Fx.run(Theme::install);
        owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 1200, 800));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
        stage = Fx.call(Stage::new);
        VocabularyModel model = new VocabularyModel(
                vocabulary, new DictationViewModel.Threads(Runnable::run, new UiExecutor()), openings::incrementAndGet);
        Fx.run(() -> new VocabularyWindow(stage, owner, model).open());
        Fx.until("what is offered", () -> list("words-offered").getItems().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.hide();
            owner.hide();
        });
        database.close();
    }

    @Test
    void anOfferedWordIsTakenUpByEnterAddedByEnterAndTheOtherDeclinedByDelete() throws Exception {
        Looks.at(stage.getScene(), "dictation-words");
        Fx.run(() -> {
            list("words-offered").getSelectionModel().select(1);
            press(list("words-offered"), KeyCode.ENTER);
        });
        assertEquals("Zyntrel", Fx.call(() -> field("words-word").getText()));
        Fx.run(() -> {
            field("words-sound").setText("sin trail");
            press(field("words-sound"), KeyCode.ENTER);
        });
        Fx.until("the word", () -> list("words-own").getItems().size() == 2);
        Fx.until("an empty field", () -> field("words-word").getText().isEmpty());
        assertEquals(1, openings.get(), "the engine is opened anew");
        Looks.at(stage.getScene(), "dictation-word-added");

        Fx.run(() -> {
            list("words-offered").getSelectionModel().select(0);
            press(list("words-offered"), KeyCode.DELETE);
        });
        Fx.until("nothing offered", () -> list("words-offered").getItems().isEmpty());
        Fx.run(() -> {
            list("words-own").getSelectionModel().select(0);
            press(list("words-own"), KeyCode.DELETE);
        });
        Fx.until("one word", () -> list("words-own").getItems().size() == 1);

        assertEquals(List.of(new AddedWord("Zyntrel", "sin trail", Kind.TERM)), vocabulary.words());
        Fx.run(() -> press(field("words-word"), KeyCode.ESCAPE));
        assertFalse(Fx.call(stage::isShowing));
    }

    @Test
    void twoWordsAreNotOneAndAnEngineThatIsNoneChangesNothing() throws Exception {
        Fx.run(() -> {
            field("words-word").setText("two words");
            press(field("words-word"), KeyCode.ENTER);
        });
        assertEquals("One word, without spaces; of a phrase add each word", told());

        Fx.run(() -> {
            field("words-engine").setText("siri");
            press(field("words-engine"), KeyCode.ENTER);
        });
        Fx.until("why not", () -> told().contains("is no engine"));
        assertEquals(EngineChoice.BUILT_IN, vocabulary.engine());
        assertEquals(0, openings.get());
        Fx.run(() -> {
            field("words-engine").setText("vosk:/models/en");
            press(field("words-engine"), KeyCode.ENTER);
        });
        Fx.until("the engine", () -> openings.get() == 1);
        assertEquals(Path.of("/models/en"), vocabulary.engine().modelPath().orElseThrow());
    }

    private String told() {
        return ((Label) node("words-told")).getText();
    }

    private TextField field(String id) {
        return (TextField) node(id);
    }

    private ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    private Node node(String id) {
        Node found = stage.getScene().getRoot().lookup("#" + id);
        assertTrue(found != null, id);
        return found;
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
