package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the toolkit paints again with every image: no more than the image and the words on it. */
class PaintedOnceTest {
    /** Pictures that wait to be drawn, while they are held. */
    private final Deque<Runnable> held = new ArrayDeque<>();

    private boolean isHolding;
    private ViewRoom room;
    private ReadingSession session;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(ViewRoom.RAMP).ofSize(300, 300).drawnOn(this::draw).open(folder);
        session = room.session;
        stage = room.stage();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void nothingIsPaintedBehindAnImage() {
        List<String> painted = Fx.call(() -> {
            List<String> found = new ArrayList<>();
            for (Node node = node(".viewport-stage"); node != null; node = node.getParent()) {
                if (node instanceof Region region && (isFilled(region) || region.getBorder() != null)) {
                    found.add(String.valueOf(region.getStyleClass()));
                }
            }
            return found;
        });

        assertEquals(List.of(), painted);
    }

    @Test
    void whereNoImageHangsItIsBlack() {
        Fx.run(session::close);
        settle();

        assertTrue(Fx.call(() -> isFilled((Region) node(".viewport-stage"))));
    }

    @Test
    void theMarksOfAStudyAreNotMadeAnewWithEveryImage() {
        Node before = Fx.call(() -> node("#tag"));

        Fx.run(() -> session.viewport(Place.LEFT).scrollTo(5));
        Fx.run(() -> session.viewport(Place.LEFT).chooseWindow(new VoiWindow(10, 20, VoiWindow.Function.LINEAR)));
        settle();

        assertEquals(before, Fx.call(() -> node("#tag")));
        Fx.run(session::close);
        settle();
        assertFalse(Fx.call(() -> root().lookupAll("#tag").contains(before)), "gone with its study");
    }

    // [utest->req~viewer.words-with-their-image~1]
    @Test
    void theWordsOfAWindowComeWithThePictureTheyBelongTo() {
        String before = text("#view");
        isHolding = true;

        Fx.run(() -> session.viewport(Place.LEFT).chooseWindow(new VoiWindow(10, 20, VoiWindow.Function.LINEAR)));
        Fx.run(() -> session.viewport(Place.LEFT).scrollTo(7));
        Fx.settle();
        assertEquals(before, text("#view"));
        assertEquals(1, held.size(), "one is drawn, the newest waits");

        isHolding = false;
        Fx.run(() -> held.pop().run());
        settle();
        assertTrue(text("#view").startsWith("C 10  W 20"), text("#view"));
        assertTrue(text("#position").contains("8"), text("#position"));
    }

    // [utest->req~viewer.words-with-their-image~1]
    @Test
    void wordsWithoutANewPictureComeAtOnce() {
        isHolding = true;

        Fx.run(() -> session.tell("Kept."));

        assertEquals("Kept.", text("#decoding"));
        assertEquals(0, held.size());
    }

    // [utest->req~viewer.words-with-their-image~1]
    @Test
    void thePatientIsTakenDownAtOnceEvenWhileAPictureIsBeingDrawn() {
        isHolding = true;
        Fx.run(() -> session.viewport(Place.LEFT).chooseWindow(new VoiWindow(10, 20, VoiWindow.Function.LINEAR)));

        Fx.run(session::close);

        assertEquals("No study open", text("#patient"));
        assertEquals("", text("#view"));
        isHolding = false;
        Fx.run(() -> held.pop().run());
        settle();
        assertEquals("", text("#view"));
        assertTrue(Fx.call(() -> isFilled((Region) node(".viewport-stage"))), "and no image came after it");
    }

    private void draw(Runnable picture) {
        if (isHolding) {
            held.add(picture);
        } else {
            picture.run();
        }
    }

    private String text(String selector) {
        return Fx.call(() -> ((Label) node(selector)).getText());
    }

    private static boolean isFilled(Region region) {
        return region.getBackground() != null && !region.getBackground().isEmpty();
    }

    private void settle() {
        room.settle();
    }

    private Parent root() {
        return stage.getScene().getRoot();
    }

    private Node node(String selector) {
        return Objects.requireNonNull(root().lookup(selector), selector);
    }
}
