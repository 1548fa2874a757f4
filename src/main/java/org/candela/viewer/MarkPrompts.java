package org.candela.viewer;

import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.viewer.mark.Calibration;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.MarkedFrame;
import org.jspecify.annotations.Nullable;

/** What marks of one viewport wait for: words, or a true length. Used on the thread of the {@code ui} executor. */
public final class MarkPrompts {
    private static final double LONGEST_MM = 10_000;

    private final MeasuringLayer layer;
    private final MarkBoard board;
    private final Runnable changed;
    private @Nullable MarkPrompt prompt;
    private @Nullable Figure figure;

    MarkPrompts(MeasuringLayer layer, MarkBoard board, Runnable changed) {
        this.layer = layer;
        this.board = board;
        this.changed = changed;
    }

    /** What is being asked. */
    public Optional<MarkPrompt> prompt() {
        return Optional.ofNullable(prompt);
    }

    /** The figure that waits for its answer. */
    Optional<Figure> waiting() {
        return Optional.ofNullable(figure);
    }

    void ask(MarkPrompt.Asked asked, Figure drawn) {
        prompt = new MarkPrompt(asked, drawn.points().get(0), "");
        figure = drawn;
    }

    /** Asks for other words for the selected mark. */
    void askForText() {
        board.selected().ifPresent(mark -> layer.figure(mark).ifPresent(seen -> {
            prompt = new MarkPrompt(MarkPrompt.Asked.TEXT, seen.points().get(0), mark.text());
            figure = null;
            changed.run();
        }));
    }

    /** Answers what is asked; tells whether the answer will do. */
    public boolean answer(String text) {
        MarkPrompt now = prompt;
        if (now == null || text.length() > Mark.MOST_TEXT) {
            return false;
        }
        Figure drawn = figure;
        return switch (now.asked()) {
            case NEW_TEXT -> answerNew(drawn, text.strip());
            case TEXT -> answerText(text.strip());
            case TRUE_LENGTH -> answerLength(drawn, text.strip());
        };
    }

    /** Asks no more; what waited is dropped. */
    public void drop() {
        prompt = null;
        figure = null;
        changed.run();
    }

    private boolean answerNew(@Nullable Figure drawn, String text) {
        boolean isEmptyText = text.isEmpty() && drawn != null && drawn.kind() == FigureKind.TEXT;
        drop();
        if (drawn != null && !isEmptyText) {
            layer.frame().ifPresent(frame -> board.add(drawn, frame, text));
        }
        return true;
    }

    private boolean answerText(String text) {
        drop();
        board.selected().filter(mark -> !mark.text().equals(text)).ifPresent(mark -> board.say(mark, text));
        return true;
    }

    private boolean answerLength(@Nullable Figure drawn, String text) {
        Optional<Double> length = millimetres(text);
        if (drawn == null || length.isEmpty()) {
            return false;
        }
        drop();
        layer.frame()
                .ifPresent(frame -> board.calibrate(
                        frame.seriesUid(), new Calibration(length.orElseThrow() / columns(drawn, frame))));
        return true;
    }

    /** Length of a line in widths of a pixel. */
    private static double columns(Figure line, MarkedFrame frame) {
        ImagePoint delta = line.points().get(1).minus(line.points().get(0));
        return Math.hypot(delta.column(), delta.row() * frame.aspect());
    }

    private static Optional<Double> millimetres(String text) {
        try {
            double value = Double.parseDouble(text.replace(',', '.'));
            return value > 0 && value <= LONGEST_MM ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
