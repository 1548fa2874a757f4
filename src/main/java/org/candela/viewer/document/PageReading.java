package org.candela.viewer.document;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** A document of pages: which one, how large, and what part of it is in sight. Used on the thread of the session. */
// [impl->req~document.pages~1]
public final class PageReading implements Reading {
    private static final double ZOOM_STEP = 1.25;
    private static final double MOST_ZOOM = 8;
    /** So much of what is in sight an arrow moves. */
    private static final double ARROW = 0.15;
    /** A page forward keeps a few lines in sight. */
    private static final double SCREEN = 0.9;

    private final PageSource source;
    private final Executor ui;
    private Runnable changed = () -> {};
    private int index;
    private double zoom = 1;
    private Scale scale = Scale.FITTED;
    private Paper paper = Paper.DIM;
    private double left;
    private double top;
    private double seenWidth = 1;
    private double seenHeight = 1;
    private Search search = Search.NOTHING;
    private long searches;

    /** How large a page is. */
    public enum Scale {
        /** By what fits, times the zoom. */
        FITTED,
        /** As large as on paper. */
        TRUE_SIZE
    }

    /** @param ui the thread of the session */
    PageReading(PageSource source, Executor ui) {
        this.source = source;
        this.ui = ui;
    }

    /** Draws the pages. */
    public PageSource source() {
        return source;
    }

    /** The page in sight, from 0. */
    public int index() {
        return index;
    }

    /** 1 for the whole page within the space. */
    public double zoom() {
        return zoom;
    }

    public Scale scale() {
        return scale;
    }

    public Paper paper() {
        return paper;
    }

    /** What lies left of sight, as a part of the page's width. */
    public double left() {
        return Math.max(0, Math.min(left, 1 - seenWidth));
    }

    /** What lies above sight, as a part of the page's height. */
    public double top() {
        return Math.max(0, Math.min(top, 1 - seenHeight));
    }

    /** Tells which part of the page is in sight, each 0 to 1. */
    public void sees(double width, double height) {
        seenWidth = Math.min(1, width);
        seenHeight = Math.min(1, height);
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public boolean take(DocumentStep step) {
        switch (step) {
            case DOWN -> scroll(ARROW);
            case UP -> scroll(-ARROW);
            case PAGE_FORWARD -> scroll(SCREEN);
            case PAGE_BACK -> scroll(-SCREEN);
            case FIRST -> turnTo(0);
            case LAST -> turnTo(source.count() - 1);
            case ZOOM_IN -> zoomTo(zoom * ZOOM_STEP);
            case ZOOM_OUT -> zoomTo(zoom / ZOOM_STEP);
            case FIT -> zoomTo(1);
            case TRUE_SIZE -> scale = Scale.TRUE_SIZE;
            case PAPER -> paper = paper.next();
            case LEFT -> {
                return pan(-ARROW);
            }
            case RIGHT -> {
                return pan(ARROW);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void zoomTo(double wanted) {
        double middle = top() + seenHeight / 2;
        scale = Scale.FITTED;
        double before = zoom;
        zoom = Math.max(1, Math.min(MOST_ZOOM, wanted));
        seenWidth = Math.min(1, seenWidth * before / zoom);
        seenHeight = Math.min(1, seenHeight * before / zoom);
        top = middle - seenHeight / 2;
        left = (1 - seenWidth) / 2;
    }

    /** Within the page as far as there is more of it, then on to the next. */
    private void scroll(double part) {
        boolean isAtEnd = part > 0 ? top() >= 1 - seenHeight - 1e-6 : top() <= 1e-6;
        if (!isAtEnd) {
            top = Math.max(0, Math.min(1 - seenHeight, top() + part * seenHeight));
            return;
        }
        int next = index + (part > 0 ? 1 : -1);
        if (next >= 0 && next < source.count()) {
            index = next;
            top = part > 0 ? 0 : 1 - seenHeight;
        }
    }

    /** Only a page that is wider than the space moves sideways. */
    private boolean pan(double part) {
        if (seenWidth >= 1) {
            return false;
        }
        left = Math.max(0, Math.min(1 - seenWidth, left() + part * seenWidth));
        return true;
    }

    private void turnTo(int page) {
        index = page;
        top = 0;
    }

    @Override
    public void find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        long asked = ++searches;
        search = new Search(wanted, List.of(), -1);
        if (!wanted.isEmpty()) {
            var unused = source.pagesWith(wanted)
                    .exceptionally(failure -> List.of())
                    .thenAcceptAsync(found -> found(asked, wanted, found), ui);
        }
    }

    private void found(long asked, String wanted, List<Integer> found) {
        if (asked == searches) {
            search = Search.from(wanted, found, index);
            search.at().ifPresent(this::turnTo);
            changed.run();
        }
    }

    @Override
    public void findNext(int step) {
        search = search.moved(step);
        search.at().ifPresent(this::turnTo);
    }

    @Override
    public Search search() {
        return search;
    }

    @Override
    public void close() {
        source.close();
    }
}
