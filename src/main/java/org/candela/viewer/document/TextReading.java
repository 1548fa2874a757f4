package org.candela.viewer.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.structured.ReportLine;

/** A structured report as lines, one of which the reader is at. Used on the thread of the session. */
// [impl->req~document.text~1]
public final class TextReading implements Reading {
    private static final int USUAL_ROWS = 20;

    private final List<ReportLine> lines;
    private int cursor;
    private int rows = USUAL_ROWS;
    private Search search = Search.NOTHING;

    TextReading(List<ReportLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** All lines; at least one. */
    public List<ReportLine> lines() {
        return lines;
    }

    /** The line the reader is at, from 0. */
    public int cursor() {
        return cursor;
    }

    /** Goes to a line. */
    public void moveTo(int line) {
        cursor = Math.max(0, Math.min(lines.size() - 1, line));
    }

    /** Tells how many lines are on the screen, so that a page is as long. */
    public void sees(int rowsOnScreen) {
        rows = Math.max(1, rowsOnScreen);
    }

    @Override
    public boolean take(DocumentStep step) {
        switch (step) {
            case UP -> moveTo(cursor - 1);
            case DOWN -> moveTo(cursor + 1);
            case PAGE_BACK -> moveTo(cursor - Math.max(1, rows - 1));
            case PAGE_FORWARD -> moveTo(cursor + Math.max(1, rows - 1));
            case FIRST -> moveTo(0);
            case LAST -> moveTo(lines.size() - 1);
            case NEXT_LINK -> moveToLink(1);
            case PREVIOUS_LINK -> moveToLink(-1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void moveToLink(int step) {
        for (int i = 1; i <= lines.size(); i++) {
            int line = Math.floorMod(cursor + step * i, lines.size());
            if (lines.get(line).image().isPresent()) {
                moveTo(line);
                return;
            }
        }
    }

    @Override
    public Optional<ObjectReference> link() {
        return lines.isEmpty() ? Optional.empty() : lines.get(cursor).image();
    }

    // [impl->req~document.find~1]
    @Override
    public void find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Integer> found = wanted.isEmpty()
                ? List.of()
                : IntStream.range(0, lines.size())
                        .filter(line ->
                                lines.get(line).text().toLowerCase(Locale.ROOT).contains(wanted))
                        .boxed()
                        .toList();
        search = Search.from(wanted, found, cursor);
        search.at().ifPresent(this::moveTo);
    }

    @Override
    public void findNext(int step) {
        search = search.moved(step);
        search.at().ifPresent(this::moveTo);
    }

    @Override
    public Search search() {
        return search;
    }
}
