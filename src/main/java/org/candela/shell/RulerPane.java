package org.candela.shell;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.base.ScreenId;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.picture.ScreenPitch;
import org.jspecify.annotations.Nullable;

/** Lays a {@link Ruler} over a whole monitor, for keys and pointer. FX thread. */
// [impl->req~shell.ruler~1]
final class RulerPane {
    private static final int DECIMALS = 4;
    private static final int FAR = 10;
    private static final double WORDS_WIDTH = 760;

    private final Messages words = Messages.of(RulerPane.class);
    private final Clock clock;
    private final BiConsumer<ScreenId, MeasuredPitch> keep;
    private final Region left = line();
    private final Region right = line();
    private final Region upper = line();
    private final Region lower = line();
    private final Label task = new Label();
    private final Label found = new Label();
    private final Label answer = new Label();
    private final Label keys = new Label();
    private final VBox text = new VBox(8, task, found, answer, keys);
    private final Pane field = new Pane(left, right, upper, lower, text);
    private final StackPane root = new StackPane(field);
    private @Nullable Ruler ruler;
    private boolean isRightHeld;
    private Point2D corner = Point2D.ZERO;

    /** @param keep told what the reader accepted */
    RulerPane(Clock clock, BiConsumer<ScreenId, MeasuredPitch> keep) {
        this.clock = clock;
        this.keep = keep;
        root.setId("ruler");
        root.getStyleClass().add("ruler");
        root.setVisible(false);
        found.setId("ruler-found");
        answer.setId("ruler-answer");
        answer.getStyleClass().add("ruler-answer");
        keys.getStyleClass().add("muted");
        text.getChildren().forEach(label -> ((Label) label).setWrapText(true));
        text.setMaxWidth(WORDS_WIDTH);
        root.setMinSize(0, 0);
        field.setMinSize(0, 0);
        root.widthProperty().addListener(size -> place());
        root.heightProperty().addListener(size -> place());
        root.setOnMousePressed(this::hold);
        root.setOnMouseDragged(this::drag);
    }

    Region root() {
        return root;
    }

    boolean isShowing() {
        return root.isVisible();
    }

    /** Whether keys go to this screen. */
    boolean hasKeyboard() {
        return root.getScene() != null && root.getScene().getWindow().isFocused();
    }

    /** Lays the lines over {@code screen}. */
    void show(DeskScreen screen) {
        ruler = new Ruler(screen);
        answer.setText("");
        root.setVisible(true);
        place();
    }

    void hide() {
        ruler = null;
        root.setVisible(false);
    }

    /** While the lines are there all keys are theirs. To be attached first. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.ANY, event -> {
            Ruler shown = ruler;
            if (shown != null) {
                event.consume();
                if (event.getEventType() == KeyEvent.KEY_PRESSED) {
                    press(shown, event);
                }
            }
        });
    }

    private void press(Ruler shown, KeyEvent event) {
        int step = event.isShiftDown() ? FAR : 1;
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            hide();
            return;
        }
        if (code == KeyCode.ENTER) {
            accept(shown);
            return;
        }
        switch (code) {
            case LEFT -> shown.move(-step, 0);
            case RIGHT -> shown.move(step, 0);
            case UP -> shown.move(0, -step);
            case DOWN -> shown.move(0, step);
            case SPACE -> {
                shown.useNext();
                place();
            }
            default -> {
                return;
            }
        }
        draw();
    }

    private void accept(Ruler shown) {
        Optional<MeasuredPitch> taken = shown.accept(clock.instant());
        if (taken.isPresent()) {
            hide();
            keep.accept(shown.screen().id(), taken.orElseThrow());
        } else {
            draw();
        }
    }

    /** The nearer of the two lines that move. */
    private void hold(MouseEvent event) {
        isRightHeld = Math.abs(event.getX() - right.getLayoutX()) <= Math.abs(event.getY() - lower.getLayoutY());
        drag(event);
    }

    private void drag(MouseEvent event) {
        Ruler shown = ruler;
        if (shown != null) {
            double scale = shown.screen().renderScale();
            long across = Math.round((event.getX() - left.getLayoutX()) * scale);
            long down = Math.round((event.getY() - upper.getLayoutY()) * scale);
            shown.move(isRightHeld ? across - shown.columns() : 0, isRightHeld ? 0 : down - shown.rows());
            draw();
        }
    }

    /** The left and the upper line stay where they are while the others are moved. */
    private void place() {
        Ruler shown = ruler;
        if (shown != null) {
            double scale = shown.screen().renderScale();
            corner = new Point2D(
                    Math.floor((root.getWidth() * scale - shown.columns()) / 2) / scale,
                    Math.floor((root.getHeight() * scale - shown.rows()) / 3) / scale);
            draw();
        }
    }

    private void draw() {
        Ruler shown = ruler;
        if (shown == null) {
            return;
        }
        double scale = shown.screen().renderScale();
        double pixel = 1 / scale;
        double width = shown.columns() / scale;
        double height = shown.rows() / scale;
        double x = corner.getX();
        double y = corner.getY();
        left.resizeRelocate(x, y, pixel, height);
        right.resizeRelocate(x + width, y, pixel, height);
        upper.resizeRelocate(x, y, width, pixel);
        lower.resizeRelocate(x, y + height, width, pixel);
        say(shown);
        double wide = Math.min(WORDS_WIDTH, root.getWidth() - 40);
        text.resizeRelocate((root.getWidth() - wide) / 2, y + height + 40, wide, text.prefHeight(wide));
    }

    private void say(Ruler shown) {
        String name = shown.known().name().toLowerCase(Locale.ROOT);
        task.setText(words.text(
                "ruler.task",
                shown.screen().name(),
                words.text("ruler." + name),
                Formats.number(shown.known().lengthMm(), 2)));
        String stated = shown.screen()
                .stated()
                .map(pitch -> words.text("ruler.stated", shown(pitch), apart(shown, pitch)))
                .orElse(words.text("ruler.stated.none"));
        String before = shown.screen()
                .ruled()
                .map(last -> words.text(
                        "ruler.before", shown(last.pitch()), Formats.moment(last.measuredAt(), clock.getZone())))
                .orElse("");
        found.setText(words.text("ruler.found", shown(shown.pitch())) + "\n" + stated + before);
        answer.setText(
                switch (shown.verdict()) {
                    case FITS -> "";
                    case SUSPICIOUS -> words.text(shown.asksAgain() ? "ruler.suspicious.again" : "ruler.suspicious");
                    case IMPOSSIBLE -> words.text("ruler.impossible");
                });
        keys.setText(words.text("ruler.keys"));
    }

    private static String shown(ScreenPitch pitch) {
        return Formats.number(pitch.columnMm(), DECIMALS) + " × " + Formats.number(pitch.rowMm(), DECIMALS) + " mm";
    }

    private static String apart(Ruler shown, ScreenPitch stated) {
        return String.format(
                Locale.ROOT,
                "%+.1f %%, %+.1f %%",
                100 * (shown.pitch().columnMm() / stated.columnMm() - 1),
                100 * (shown.pitch().rowMm() / stated.rowMm() - 1));
    }

    private static Region line() {
        Region line = new Region();
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.getStyleClass().add("ruler-line");
        return line;
    }
}
