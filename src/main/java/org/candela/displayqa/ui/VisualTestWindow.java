package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.PatternDepth;
import org.candela.calibration.pattern.PatternImage;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.TestPattern;
import org.candela.calibration.pattern.VisualAnswer.Outcome;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualResult.PixelMatch;
import org.candela.calibration.pattern.VisualTest;
import org.candela.displayqa.ui.VisualAnswers.Ending;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Visual tests on a display: the patterns on it, the questions on another one, or in a strip below where there is only one.
 * FX thread.
 *
 * <p>Keys: Y passes, N fails, S skips, C comments, arrows say where something is, Backspace goes back, Esc stops.
 */
// [impl->req~displayqa.visual~1]
public final class VisualTestWindow {
    private static final double PANEL_WIDTH = 760;
    private static final double PANEL_HEIGHT = 620;

    private final VisualOrder order;
    private final VisualAnswers answers;
    private final Messages words = Messages.of(VisualTestWindow.class);
    private final VisualCourse course;
    private final QuestionPanel panel;
    private final Stage questions = new Stage();
    private final Label strip = StatusMark.of(Tone.CAUTION, "");
    private final Map<VisualTest, Shown> shown = new LinkedHashMap<>();
    private final AnimationTimer motion = new AnimationTimer() {
        @Override
        public void handle(long now) {
            move();
        }
    };
    private @Nullable PatternStage stage;
    private int picture;

    private VisualTestWindow(VisualOrder order, VisualAnswers answers) {
        this.order = order;
        this.answers = answers;
        this.course = new VisualCourse(order.set());
        this.panel = new QuestionPanel(new Hand()).built();
    }

    private record Shown(VisualResult.Shown what, PixelMatch match) {}

    /**
     * Opens the tests over {@code owner}'s application.
     *
     * @return false when the toolkit sees no display there; then nothing is shown and nobody is told
     */
    public static boolean open(VisualOrder order, Window owner, VisualAnswers answers) {
        return over(order, owner, answers).isPresent();
    }

    /** {@link #open} that gives the window away, to be closed by others; empty when there is no display. */
    static Optional<VisualTestWindow> over(VisualOrder order, Window owner, VisualAnswers answers) {
        return over(order, owner, answers, OtherScreen.than(order.display().place(), owner));
    }

    /** The same with the questions on {@code other}, or below the pattern. */
    static boolean open(VisualOrder order, Window owner, VisualAnswers answers, Optional<Screen> other) {
        return over(order, owner, answers, other).isPresent();
    }

    private static Optional<VisualTestWindow> over(
            VisualOrder order, Window owner, VisualAnswers answers, Optional<Screen> other) {
        VisualTestWindow window = new VisualTestWindow(order, answers);
        Region below = other.isPresent() ? window.strip : window.scrolled();
        window.strip.getStyleClass().add("visual-strip");
        window.stage = PatternStage.on(order.display().place(), below, owner).orElse(null);
        if (window.stage == null) {
            return Optional.empty();
        }
        window.stage.scene().addEventFilter(KeyEvent.KEY_PRESSED, window::key);
        window.stage.open();
        other.ifPresent(screen -> window.openQuestions(screen, owner));
        window.show();
        return Optional.of(window);
    }

    /** Ends the tests as the observer could; does nothing when they have ended. */
    void stop() {
        finish(Ending.STOPPED);
    }

    private ScrollPane scrolled() {
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("visual-scroll");
        return scroll;
    }

    private void openQuestions(Screen screen, Window owner) {
        Scene scene = new Scene(scrolled(), PANEL_WIDTH, PANEL_HEIGHT);
        Theme.dressLike(owner, scene, VisualTestWindow.class.getResource("visual.css"));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        questions.setScene(scene);
        questions.initOwner(owner);
        questions.setTitle(words.text("visual.title"));
        Rectangle2D bounds = screen.getVisualBounds();
        questions.setX(bounds.getMinX() + (bounds.getWidth() - PANEL_WIDTH) / 2);
        questions.setY(bounds.getMinY() + (bounds.getHeight() - PANEL_HEIGHT) / 2);
        questions.setOnCloseRequest(event -> finish(Ending.STOPPED));
        questions.show();
        questions.requestFocus();
    }

    private void show() {
        if (course.isOver()) {
            finish(Ending.COMPLETE);
            return;
        }
        VisualCourse.Item item = course.now();
        boolean isMoving = isSequence(item);
        picture = isMoving ? 0 : item.step();
        PatternImage image = draw(item);
        strip.setText(words.text("visual.strip", image.facts().title(), course.number(), course.total()));
        panel.show(course, image.statement(), warnings(image));
        if (isMoving) {
            motion.start();
        } else {
            motion.stop();
        }
    }

    /** A sequence that moves by itself, unlike one that asks for a place picture by picture. */
    private boolean isSequence(VisualCourse.Item item) {
        return !item.question().isForcedChoice() && item.test().pattern().steps(needed().size()) > 1;
    }

    private void move() {
        VisualCourse.Item item = course.now();
        picture = (picture + 1) % item.test().pattern().steps(needed().size());
        needed().show(PatternPicture.of(item.test().pattern().paint(request(item)), order.lut()));
    }

    private PatternImage draw(VisualCourse.Item item) {
        PatternImage image = item.test().pattern().paint(request(item));
        needed().show(PatternPicture.of(image, order.lut()));
        shown.put(item.test(), new Shown(VisualResult.Shown.of(image), needed().match(image)));
        return image;
    }

    private PatternRequest request(VisualCourse.Item item) {
        TestPattern pattern = item.test().pattern();
        PatternDepth depth = pattern.facts().depths().iterator().next();
        return PatternRequest.of(needed().size())
                .withDepth(depth)
                .withSeed(order.seed())
                .withStep(picture);
    }

    private List<String> warnings(PatternImage image) {
        List<String> warnings = new ArrayList<>();
        PixelMatch match = needed().match(image);
        if (match == PixelMatch.NOT_ONE_TO_ONE) {
            warnings.add(words.text("visual.warn.match"));
        }
        if (!image.isWhole()) {
            warnings.add(words.text("visual.warn.cut"));
        }
        if (needed().scale() != 1) {
            warnings.add(words.text("visual.warn.scale", Math.round(100 * needed().scale())));
        }
        return warnings;
    }

    private PatternStage needed() {
        if (stage == null) {
            throw new IllegalStateException("the window is not open");
        }
        return stage;
    }

    private void finish(Ending ending) {
        motion.stop();
        questions.close();
        if (stage == null) {
            return;
        }
        stage.close();
        stage = null;
        List<VisualResult> results = new ArrayList<>();
        shown.forEach((test, seen) -> results.add(
                new VisualResult(test, seen.what(), seen.match(), order.conditions(), course.answers(test))));
        answers.given(List.copyOf(results), ending);
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (panel.isCommenting() ? keyInComment(event.getCode()) : VisualKeys.press(event.getCode(), new Hand())) {
            event.consume();
        } else if (!panel.isCommenting() && event.getCode() == KeyCode.C) {
            event.consume();
            panel.commentOn();
        }
    }

    /** Esc leaves the comment, not the test. */
    private boolean keyInComment(KeyCode code) {
        if (code == KeyCode.ESCAPE) {
            panel.requestFocus();
        }
        return code == KeyCode.ESCAPE;
    }

    /** What keys and buttons do. */
    private final class Hand implements QuestionPanel.Actions {
        @Override
        public void answer(Outcome outcome) {
            course.answer(outcome);
            show();
        }

        @Override
        public void choose(Direction said) {
            if (!course.isOver() && VisualCourse.allows(course.now().question(), said)) {
                VisualCourse.Item item = course.now();
                item.test().pattern().truth(request(item)).ifPresent(truth -> course.choose(truth, said));
                show();
            }
        }

        @Override
        public void comment(String text) {
            if (!course.isOver()) {
                course.comment(course.now(), text);
            }
        }

        @Override
        public void back() {
            course.back();
            show();
        }

        @Override
        public void stop() {
            finish(Ending.STOPPED);
        }
    }
}
