package org.candela.viewer.document;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.dicom.object.waveform.MultiplexGroup;
import org.candela.dicom.object.waveform.Waveform;
import org.candela.dicom.object.waveform.WaveformAnnotation;
import org.candela.dicom.object.waveform.WaveformText;
import org.candela.image.RasterArgb;

/** A waveform on paper of millimetres, with a calliper. Used on the thread of the session; drawn on {@code io}. */
// [impl->req~document.curves~1]
public final class CurveReading implements Reading {
    private static final double ZOOM_STEP = 1.25;
    private static final double LEAST_ZOOM = 0.4;
    private static final double MOST_ZOOM = 6;
    private static final double SCREEN = 0.9;
    /** What an arrow moves a calliper, and what a page key does, s. */
    private static final double FINE = 0.002;

    private static final double COARSE = 0.04;
    private static final double MINUTE_MS = 60_000;

    private final Waveform waveform;
    private final Executor io;
    private int group;
    private CurveScale scale = CurveScale.ALL.get(0);
    private double zoom = 1;
    private double from;
    private int firstRow;
    private double secondsSeen = 10;
    private int rowsSeen = 1;
    private Optional<Calliper> calliper = Optional.empty();

    CurveReading(Waveform waveform, Executor io) {
        this.waveform = waveform;
        this.io = io;
    }

    public Waveform waveform() {
        return waveform;
    }

    /** The multiplex group in sight, from 0. */
    public int group() {
        return group;
    }

    public CurveScale scale() {
        return scale;
    }

    /** 1 where the paper is as large as the scale says, on a screen whose size is known. */
    public double zoom() {
        return zoom;
    }

    /** What is wanted on so many pixels. */
    public CurveView view(int width, int height, double pixelsPerMm) {
        return new CurveView(group, scale, from, firstRow, width, height, pixelsPerMm);
    }

    /** Where everything lies on the sheet of {@code view}. */
    public CurveSheet sheet(CurveView view) {
        CurveSheet sheet = new CurveSheet(waveform.groups().get(view.group()), view);
        secondsSeen = sheet.secondsInSight();
        rowsSeen = sheet.rowsInSight();
        return sheet;
    }

    /** Draws a sheet; {@code notStated} is written where a channel states no unit. */
    public CompletableFuture<RasterArgb> draw(CurveView view, String notStated) {
        List<WaveformAnnotation> spots = waveform.annotations().stream()
                .filter(one -> one.spot().isPresent() && isAbout(one, view.group()))
                .toList();
        return CompletableFuture.supplyAsync(
                () -> CurvePainter.paint(new CurveSheet(waveform.groups().get(view.group()), view), spots, notStated),
                io);
    }

    /** Points in time without a group are those of the first. */
    private static boolean isAbout(WaveformAnnotation one, int group) {
        return one.channels().isEmpty() ? group == 0 : one.channels().get(0).group() == group + 1;
    }

    /** What was annotated without a place in time: statements and measurements, in the order of the file. */
    public List<String> statements() {
        return waveform.annotations().stream()
                .filter(one -> one.spot().isEmpty())
                .filter(one -> one.channels().isEmpty()
                        || one.channels().stream().anyMatch(target -> target.group() == group + 1))
                .map(WaveformText::said)
                .filter(said -> !said.isBlank())
                .distinct()
                .toList();
    }

    public Optional<Calliper> calliper() {
        return calliper;
    }

    /** Places the calliper, as by the pointer; held to the recording. */
    public void measure(int row, double first, double second) {
        calliper = Optional.of(new Calliper(row, held(first), held(second), Calliper.Phase.SECOND));
    }

    /** What the calliper spans. */
    public Optional<Span> span() {
        return calliper.filter(one -> one.phase() == Calliper.Phase.SECOND).map(this::span);
    }

    private Span span(Calliper one) {
        CurveRow row = CurveRow.of(now(), one.row(), scale);
        double difference = valueAt(one.row(), one.to()) - valueAt(one.row(), one.from());
        boolean isKnown = row.isDrawn() && Double.isFinite(difference);
        return new Span(
                row.name(),
                one.milliseconds(),
                one.milliseconds() > 0 ? OptionalDouble.of(MINUTE_MS / one.milliseconds()) : OptionalDouble.empty(),
                isKnown ? OptionalDouble.of(row.inShownUnit(difference)) : OptionalDouble.empty(),
                row.shownUnit());
    }

    /**
     * What lies between two moments.
     *
     * @param milliseconds ≥ 0
     * @param perMinute how often so long a time fits into a minute; empty for none
     * @param difference of the curve at both moments, second minus first; empty where it has no value there
     */
    public record Span(
            String lead, double milliseconds, OptionalDouble perMinute, OptionalDouble difference, String unit) {}

    /** The value of the sample that is nearest to a moment; NaN where there is none. */
    public double valueAt(int channel, double seconds) {
        MultiplexGroup one = now();
        long sample = Math.round((seconds - one.channels().get(channel).skewSeconds()) * one.samplingFrequencyHz());
        return sample < 0 || sample >= one.sampleCount() ? Double.NaN : one.value(channel, (int) sample);
    }

    private MultiplexGroup now() {
        return waveform.groups().get(group);
    }

    @Override
    public boolean take(DocumentStep step) {
        if (calliper.isPresent() && takeWithCalliper(calliper.orElseThrow(), step)) {
            return true;
        }
        switch (step) {
            case PAGE_FORWARD -> moveTo(from + SCREEN * secondsSeen);
            case PAGE_BACK -> moveTo(from - SCREEN * secondsSeen);
            case FIRST -> moveTo(0);
            case LAST -> moveTo(now().seconds());
            case DOWN ->
                firstRow = Math.min(firstRow + 1, Math.max(0, now().channels().size() - rowsSeen));
            case UP -> firstRow = Math.max(0, firstRow - 1);
            case ZOOM_IN -> zoom = Math.min(MOST_ZOOM, zoom * ZOOM_STEP);
            case ZOOM_OUT -> zoom = Math.max(LEAST_ZOOM, zoom / ZOOM_STEP);
            case FIT, TRUE_SIZE -> zoom = 1;
            case SCALE -> scale = scale.next();
            case NEXT_LINK -> showGroup(1);
            case PREVIOUS_LINK -> showGroup(-1);
            case ENTER ->
                calliper = Optional.of(new Calliper(
                        firstRow, held(from + secondsSeen / 2), held(from + secondsSeen / 2), Calliper.Phase.FIRST));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeWithCalliper(Calliper one, DocumentStep step) {
        switch (step) {
            case LEFT -> nudge(one, -FINE);
            case RIGHT -> nudge(one, FINE);
            case PAGE_BACK -> nudge(one, -COARSE);
            case PAGE_FORWARD -> nudge(one, COARSE);
            case UP -> onRow(one, one.row() - 1);
            case DOWN -> onRow(one, one.row() + 1);
            case ENTER ->
                calliper = one.phase() == Calliper.Phase.FIRST
                        ? Optional.of(one.inPhase(Calliper.Phase.SECOND))
                        : Optional.empty();
            case ERASE ->
                calliper = one.phase() == Calliper.Phase.SECOND
                        ? Optional.of(new Calliper(one.row(), one.from(), one.from(), Calliper.Phase.FIRST))
                        : Optional.empty();
            case BACK -> calliper = Optional.empty();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** By a sample at least, so that every key does something. */
    private void nudge(Calliper one, double seconds) {
        double step = Math.max(Math.abs(seconds), 1 / now().samplingFrequencyHz()) * Math.signum(seconds);
        Calliper moved = one.moved(step);
        double end = one.phase() == Calliper.Phase.FIRST ? moved.from() : moved.to();
        if (held(end) == end) {
            calliper = Optional.of(moved);
            keepInSight(end);
        }
    }

    private void keepInSight(double seconds) {
        if (seconds < from) {
            moveTo(seconds - secondsSeen / 2);
        } else if (seconds > from + secondsSeen) {
            moveTo(seconds - secondsSeen / 2);
        }
    }

    private void onRow(Calliper one, int row) {
        if (row >= 0 && row < now().channels().size()) {
            calliper = Optional.of(one.on(row));
            firstRow = Math.min(firstRow, row);
            firstRow = Math.max(firstRow, row - rowsSeen + 1);
        }
    }

    private void showGroup(int step) {
        group = Math.floorMod(group + step, waveform.groups().size());
        from = 0;
        firstRow = 0;
        calliper = Optional.empty();
    }

    private void moveTo(double seconds) {
        from = Math.max(0, Math.min(seconds, now().seconds() - secondsSeen));
    }

    private double held(double seconds) {
        return Math.max(0, Math.min(seconds, now().seconds()));
    }

    @Override
    public void find(String words) {}

    @Override
    public void findNext(int step) {}

    @Override
    public Search search() {
        return Search.NOTHING;
    }
}
