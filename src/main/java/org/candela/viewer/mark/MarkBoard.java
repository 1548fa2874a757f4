package org.candela.viewer.mark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.candela.measure.Figure;
import org.candela.measure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The marks of the open case, one set for all viewports: drawn, changed and removed here, kept at once, undone and redone
 * through the one history, each of which is kept at once too. Used on the thread of the {@code ui} executor.
 */
// [impl->req~viewer.marks-undo~1]
public final class MarkBoard {
    private final Marks marks;
    private final EditHistory history;
    private final Executor ui;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Uid, Mark> byId = new LinkedHashMap<>();
    private final Map<Uid, Calibration> calibrations = new HashMap<>();
    private final Set<Uid> opened = new HashSet<>();

    private @Nullable Uid selected;
    private @Nullable Throwable failure;
    private long generation;

    public MarkBoard(Marks marks, EditHistory history, Executor ui) {
        this.marks = marks;
        this.history = history;
        this.ui = ui;
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Brings the marks of a series onto the board; once is enough. */
    public void open(Uid seriesUid) {
        if (opened.add(seriesUid)) {
            long asked = generation;
            var unused = marks.ofSeries(seriesUid)
                    .whenCompleteAsync((kept, failed) -> arrived(asked, seriesUid, kept, failed), ui);
        }
    }

    /** Takes everything off the board, as when the case is closed. */
    public void clear() {
        generation++;
        byId.clear();
        calibrations.clear();
        opened.clear();
        selected = null;
        failure = null;
        changed();
    }

    /** All marks, oldest first. */
    public List<Mark> all() {
        return byId.values().stream()
                .sorted(java.util.Comparator.comparing(Mark::createdAt))
                .toList();
    }

    /** All of them as they are now, for another thread. */
    public KeptMarks now() {
        return new KeptMarks(all(), calibrations);
    }

    /** Marks that belong to a frame, oldest first. */
    public List<Mark> on(MarkedFrame frame) {
        return all().stream().filter(mark -> frame.figure(mark).isPresent()).toList();
    }

    /** What the reader said of the size of a pixel of a series. */
    public Optional<Calibration> calibration(Uid seriesUid) {
        return Optional.ofNullable(calibrations.get(seriesUid));
    }

    /** The mark that keys act on. */
    public Optional<Mark> selected() {
        return Optional.ofNullable(selected).map(byId::get);
    }

    /** Lets keys act on {@code mark}. */
    public void select(Mark mark) {
        selected = mark.id();
        changed();
    }

    /** Lets keys act on no mark. */
    public void deselect() {
        if (selected != null) {
            selected = null;
            changed();
        }
    }

    /** Why a mark could not be kept or read; it is still on the screen. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** What {@code mark} measures: on its own frame now, on another one as it was measured on its own. */
    public Reading reading(Mark mark, MarkedFrame frame) {
        return frame.isOwn(mark)
                ? frame.figure(mark).map(figure -> reading(figure, frame)).orElse(mark.reading())
                : mark.reading();
    }

    /** What {@code figure} measures on {@code frame}. */
    public Reading reading(Figure figure, MarkedFrame frame) {
        return Readings.of(figure, frame, calibration(frame.seriesUid()));
    }

    /** The length that a report may take over from {@code mark}, measured on its own frame. */
    public Optional<Measurement> length(Mark mark, MarkedFrame frame) {
        return frame.isOwn(mark) ? frame.figure(mark).flatMap(figure -> length(figure, frame)) : Optional.empty();
    }

    /** The length that a report may take over from {@code figure}. */
    public Optional<Measurement> length(Figure figure, MarkedFrame frame) {
        return Readings.length(figure, frame, calibration(frame.seriesUid()));
    }

    /** Puts a new mark on the board and selects it. */
    public Mark add(Figure figure, MarkedFrame frame, String text) {
        Mark mark = new Mark(
                Uid.random(),
                frame.seriesUid(),
                figure.kind(),
                frame.reference(figure),
                text,
                Mark.UNMOVED,
                reading(figure, frame),
                marks.now(),
                marks.now());
        put(mark);
        history.add(new Edit(MarkTitles.drawn(mark.kind()), () -> take(mark), () -> put(mark)));
        selected = mark.id();
        changed();
        return mark;
    }

    /** Draws a mark anew on its own frame. */
    public void move(Mark mark, Figure figure, MarkedFrame frame) {
        change(
                mark,
                MarkTitles.moved(mark.kind()),
                now -> now.elsewhere(frame.reference(figure), reading(figure, frame), marks.now()));
    }

    /** Gives a mark other words. */
    public void say(Mark mark, String text) {
        change(mark, MarkTitles.TEXT, now -> now.saying(text, marks.now()));
    }

    /** Puts the label of a mark elsewhere. */
    public void moveLabel(Mark mark, ImagePoint shift) {
        change(mark, MarkTitles.LABEL, now -> now.labelled(shift, marks.now()));
    }

    /** Takes a mark off the images. */
    public void remove(Mark mark) {
        if (byId.containsKey(mark.id())) {
            Mark now = Objects.requireNonNull(byId.get(mark.id()));
            take(now);
            history.add(new Edit(MarkTitles.removed(mark.kind()), () -> put(now), () -> take(now)));
        }
    }

    /** Measures a series by a size of its pixels that the reader knows, beside what the file says. */
    public void calibrate(Uid seriesUid, Calibration calibration) {
        Optional<Calibration> before = calibration(seriesUid);
        use(seriesUid, Optional.of(calibration));
        history.add(new Edit(
                MarkTitles.CALIBRATED, () -> use(seriesUid, before), () -> use(seriesUid, Optional.of(calibration))));
    }

    private void change(Mark mark, String title, UnaryOperator<Mark> edit) {
        Mark before = byId.get(mark.id());
        if (before != null) {
            Mark after = edit.apply(before);
            put(after);
            history.add(new Edit(title, () -> put(before), () -> put(after)));
        }
    }

    private void put(Mark mark) {
        byId.put(mark.id(), mark);
        follow(marks.keep(mark));
        changed();
    }

    private void take(Mark mark) {
        byId.remove(mark.id());
        if (mark.id().equals(selected)) {
            selected = null;
        }
        follow(marks.remove(mark));
        changed();
    }

    private void use(Uid seriesUid, Optional<Calibration> calibration) {
        calibration.ifPresentOrElse(known -> calibrations.put(seriesUid, known), () -> calibrations.remove(seriesUid));
        follow(marks.calibrate(seriesUid, calibration));
        changed();
    }

    private void follow(CompletableFuture<Void> keeping) {
        long asked = generation;
        var unused = keeping.whenCompleteAsync((kept, failed) -> told(asked, failed), ui);
    }

    private void arrived(long asked, Uid seriesUid, Marks.@Nullable Kept kept, @Nullable Throwable failed) {
        if (asked == generation && kept != null) {
            kept.marks().forEach(mark -> byId.putIfAbsent(mark.id(), mark));
            kept.calibration().ifPresent(known -> calibrations.putIfAbsent(seriesUid, known));
        }
        told(asked, failed);
    }

    private void told(long asked, @Nullable Throwable failed) {
        if (asked == generation) {
            // A failure stays on the screen until the case is closed: what was not kept then is not kept yet.
            failure = failed == null ? failure : failed;
            changed();
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
