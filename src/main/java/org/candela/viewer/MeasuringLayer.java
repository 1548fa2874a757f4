package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.jspecify.annotations.Nullable;

/** Lengths on the images of one viewport, kept the moment each is finished. Used on the thread of the {@code ui} executor. */
public final class MeasuringLayer {
    private final Annotations annotations;
    private final Executor ui;
    private final Runnable changed;
    private final List<Annotation> ofSeries = new ArrayList<>();

    private @Nullable Uid seriesUid;
    private Viewport.@Nullable Shown shown;
    private Annotation.@Nullable Line draft;
    private @Nullable ViewportProblem problem;

    MeasuringLayer(Annotations annotations, Executor ui, Runnable changed) {
        this.annotations = annotations;
        this.ui = ui;
        this.changed = changed;
    }

    /** A line on the image and its length. */
    public record Measured(Annotation.Line line, Measurement length) {}

    /** What is measured on the frame on the screen, oldest first; a line being drawn comes last. */
    public List<Measured> onScreen() {
        Viewport.Shown now = shown;
        if (now == null) {
            return List.of();
        }
        List<Measured> lines = new ArrayList<>();
        onFrame(now).forEach(kept -> lines.add(measured(kept.line(now.loaded()), now)));
        if (draft != null) {
            lines.add(measured(draft, now));
        }
        return List.copyOf(lines);
    }

    /** The length drawn last on the frame on the screen. */
    public Optional<Measurement> latest() {
        List<Measured> lines = onScreen();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).length());
    }

    /** Why a line could not be kept or read; it is still on the screen. */
    public Optional<ViewportProblem> problem() {
        return Optional.ofNullable(problem);
    }

    void open(Uid series) {
        close();
        seriesUid = series;
        var unused =
                annotations.ofSeries(series).whenCompleteAsync((found, failure) -> loaded(series, found, failure), ui);
    }

    void close() {
        seriesUid = null;
        shown = null;
        draft = null;
        problem = null;
        ofSeries.clear();
    }

    void show(Viewport.@Nullable Shown now) {
        shown = now;
        draft = null;
    }

    void begin(ImagePoint point) {
        draft = shown == null ? null : new Annotation.Line(point, point);
        changed.run();
    }

    void drawTo(ImagePoint point) {
        draft = draft == null ? null : new Annotation.Line(draft.from(), point);
        changed.run();
    }

    /** Ends the line and keeps it; a line without length was a click and is dropped. */
    void finish() {
        Annotation.Line line = draft;
        Viewport.Shown now = shown;
        Uid series = seriesUid;
        draft = null;
        if (line != null && now != null && series != null && !line.from().equals(line.to())) {
            Annotation annotation = annotations.create(series, now.key(), line, now.loaded());
            ofSeries.add(annotation);
            var unused = annotations.add(annotation).whenCompleteAsync((kept, failure) -> kept(series, failure), ui);
        }
        changed.run();
    }

    /** Takes the last length on the frame on the screen away. */
    void removeLatest() {
        Viewport.Shown now = shown;
        Uid series = seriesUid;
        List<Annotation> candidates = now == null ? List.of() : onFrame(now);
        if (series != null && !candidates.isEmpty()) {
            Annotation last = candidates.get(candidates.size() - 1);
            ofSeries.remove(last);
            var unused = annotations.remove(last).whenCompleteAsync((removed, failure) -> kept(series, failure), ui);
            changed.run();
        }
    }

    private void loaded(Uid series, @Nullable List<Annotation> found, @Nullable Throwable failure) {
        if (!series.equals(seriesUid)) {
            return;
        }
        if (found != null) {
            ofSeries.addAll(0, found);
        }
        kept(series, failure);
    }

    private void kept(Uid series, @Nullable Throwable failure) {
        if (series.equals(seriesUid)) {
            problem = failure == null ? null : ViewportProblem.of(failure);
            changed.run();
        }
    }

    private List<Annotation> onFrame(Viewport.Shown now) {
        return ofSeries.stream()
                .filter(annotation -> annotation.frame().equals(now.key()))
                .filter(annotation -> isDrawable(annotation, now))
                .toList();
    }

    private static boolean isDrawable(Annotation annotation, Viewport.Shown now) {
        boolean hasPlane = now.loaded().description().place().plane().isPresent();
        return annotation.ends().match(inPatient -> hasPlane, inImage -> true);
    }

    private static Measured measured(Annotation.Line line, Viewport.Shown now) {
        return new Measured(line, line.length(now.loaded()));
    }
}
