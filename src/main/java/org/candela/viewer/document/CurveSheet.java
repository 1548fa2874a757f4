package org.candela.viewer.document;

import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.object.waveform.MultiplexGroup;

/**
 * Where on the sheet each moment and value lies, in device pixels from its upper left corner. Pure.
 *
 * <p>x = margin + (t − from) · mm/s · px/mm; y = base line of the row − (value − zero) · mm/unit · px/mm.
 */
public final class CurveSheet {
    /** Left of the curves stand the names of the leads and the mark of one millivolt, mm. */
    static final double MARGIN_MM = 15;
    /** Above the curves stand names of points in time, mm. */
    static final double TOP_MM = 8;

    private static final double LEAST_ROW_MM = 12;
    private static final double MOST_ROW_MM = 32;

    private final MultiplexGroup group;
    private final CurveView view;
    private final List<CurveRow> rows = new ArrayList<>();

    CurveSheet(MultiplexGroup group, CurveView view) {
        this.group = group;
        this.view = view;
        for (int channel = 0; channel < group.channels().size(); channel++) {
            rows.add(CurveRow.of(group, channel, view.scale()));
        }
    }

    CurveView view() {
        return view;
    }

    MultiplexGroup group() {
        return group;
    }

    List<CurveRow> rows() {
        return rows;
    }

    /** Height of a row, device pixels: all in sight where there is room. */
    double rowHeight() {
        double fitted = (view.height() / view.pixelsPerMm() - TOP_MM) / rows.size();
        return Math.max(LEAST_ROW_MM, Math.min(MOST_ROW_MM, fitted)) * view.pixelsPerMm();
    }

    /** How many rows are wholly in sight, at least 1. */
    int rowsInSight() {
        return (int) Math.max(1, (view.height() - TOP_MM * view.pixelsPerMm()) / rowHeight() + 1e-6);
    }

    /** How much time is in sight, s. */
    double secondsInSight() {
        return Math.max(
                0.1,
                (view.width() / view.pixelsPerMm() - MARGIN_MM) / view.scale().mmPerSecond());
    }

    /** Pixel column of a moment. */
    public double x(double seconds) {
        return (MARGIN_MM + (seconds - view.from()) * view.scale().mmPerSecond()) * view.pixelsPerMm();
    }

    /** The moment of a pixel column, s. */
    public double seconds(double x) {
        return (x / view.pixelsPerMm() - MARGIN_MM) / view.scale().mmPerSecond() + view.from();
    }

    /** Pixel row of the base line of a channel. */
    public double baseY(int row) {
        return TOP_MM * view.pixelsPerMm() + (row - view.firstRow() + 0.5) * rowHeight();
    }

    /** Pixel row of a value of a channel. */
    public double y(int row, double value) {
        CurveRow one = rows.get(row);
        return baseY(row) - (value - one.zero()) * one.perUnit() * view.pixelsPerMm();
    }

    /** The channel whose row holds a pixel row. */
    public int rowAt(double y) {
        int row = (int) Math.floor((y - TOP_MM * view.pixelsPerMm()) / rowHeight()) + view.firstRow();
        return Math.max(0, Math.min(rows.size() - 1, row));
    }
}
