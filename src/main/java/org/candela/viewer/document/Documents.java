package org.candela.viewer.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Place;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the open case, laid over one place of the desk: a list of them, or one that is read. Used on the thread
 * of the session.
 *
 * <p>Only the place that had the focus is covered; images elsewhere can be read beside the document. Nothing of it is kept:
 * closing the case closes it.
 */
// [impl->req~document.over-one-place~1]
public final class Documents {
    private final ReadingSession session;
    private final DocumentOpener opener;
    private final Executor ui;
    private final ImageJump jump;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private CaseDocuments found = CaseDocuments.NONE_YET;
    private State state = State.CLOSED;
    private Remark remark = Remark.NONE;
    private @Nullable Place place;
    private @Nullable Reading reading;
    private String failure = "";
    private int cursor;
    private boolean isSearching;
    private long generation;

    /** What lies over the place. */
    public enum State {
        CLOSED,
        LIST,
        /** A document is being opened. */
        OPENING,
        READING
    }

    /** What must be said of the last key. */
    public enum Remark {
        NONE,
        /** The key acts on images, and this one is covered. */
        IMAGE_IS_COVERED,
        /** The line names no image. */
        NO_LINK,
        /** The image that is named is not among those of the case. */
        IMAGE_NOT_HERE
    }

    /** What opening came to. */
    public enum Opening {
        OPENED,
        NO_CASE,
        NO_DOCUMENTS,
        STILL_READING
    }

    public Documents(ReadingSession session, DocumentOpener opener, Executor ui) {
        this.session = session;
        this.opener = opener;
        this.ui = ui;
        this.jump = new ImageJump(session);
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes up the documents of the case that is open now; those of another one leave the desk. */
    void take(CaseDocuments documents) {
        close();
        found = documents;
        cursor = 0;
        changed();
    }

    /** What came with the case. */
    public CaseDocuments found() {
        return found;
    }

    public State state() {
        return state;
    }

    /** The place that is covered. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** The document that is read, or the one of the list that Enter opens. */
    public Optional<CaseDocument> current() {
        return cursor < found.documents().size() ? Optional.of(found.documents().get(cursor)) : Optional.empty();
    }

    /** Which of the documents that is, from 0. */
    public int cursor() {
        return cursor;
    }

    /** The document that is read; empty while there is a list, while one is opened, and when it could not be. */
    public Optional<Reading> reading() {
        return Optional.ofNullable(reading);
    }

    /** Why the document cannot be shown, a stable code; else empty. */
    public String failure() {
        return failure;
    }

    /** What must be said of the last key. */
    public Remark remark() {
        return remark;
    }

    /** Lays the documents over the place that has the focus: the only one at once, else the list of them. */
    public Opening open() {
        if (session.study().isEmpty()) {
            return Opening.NO_CASE;
        }
        if (!found.isRead()) {
            return Opening.STILL_READING;
        }
        if (found.documents().isEmpty()) {
            return Opening.NO_DOCUMENTS;
        }
        remark = Remark.NONE;
        place = session.active();
        if (found.documents().size() == 1) {
            read(0);
        } else {
            showList();
        }
        return Opening.OPENED;
    }

    /** Takes the documents off the desk. */
    public void close() {
        leave();
        state = State.CLOSED;
        place = null;
        changed();
    }

    /** Reads the document {@code index} of the list. */
    public void read(int index) {
        leave();
        cursor = index;
        state = State.OPENING;
        long asked = generation;
        CaseDocument wanted = found.documents().get(index);
        changed();
        var unused = opener.open(wanted).whenCompleteAsync((opened, failed) -> arrived(asked, opened, failed), ui);
    }

    private void arrived(long asked, @Nullable Reading opened, @Nullable Throwable failed) {
        if (asked != generation) {
            if (opened != null) {
                opened.close();
            }
            return;
        }
        if (opened != null) {
            opened.onChange(this::changed);
        }
        reading = opened;
        failure = failed == null ? "" : codeOf(Async.causeOf(failed));
        state = State.READING;
        changed();
    }

    private static String codeOf(Throwable failed) {
        return failed instanceof CandelaException known ? known.code() : "internal";
    }

    private void showList() {
        leave();
        state = State.LIST;
        changed();
    }

    private void leave() {
        generation++;
        if (reading != null) {
            reading.close();
        }
        reading = null;
        isSearching = false;
        failure = "";
    }

    /** Whether keys act on the documents: they lie over the place that has the focus. */
    public boolean hasKeys() {
        return state != State.CLOSED && session.active().equals(place);
    }

    /** Does the command {@code id} in the documents, where they have the keys; whether it was theirs. */
    // [impl->req~document.keys~1]
    public boolean take(String id) {
        if (!hasKeys()) {
            return false;
        }
        Optional<DocumentStep> step = DocumentStep.of(id);
        if (step.isEmpty() && !DocumentStep.isForCoveredImage(id)) {
            return false;
        }
        remark = step.isEmpty() ? Remark.IMAGE_IS_COVERED : Remark.NONE;
        step.ifPresent(this::does);
        changed();
        return true;
    }

    /** Does a step where it is given by another command or by the pointer. */
    public void step(DocumentStep step) {
        if (state != State.CLOSED) {
            remark = Remark.NONE;
            does(step);
            changed();
        }
    }

    /** Asks the reader for words to look for in the document that is read. */
    public void beginSearch() {
        isSearching = reading != null;
        changed();
    }

    /** Asks no more; what was found stays. */
    public void endSearch() {
        isSearching = false;
        changed();
    }

    /** Whether words are being asked for. */
    public boolean isSearching() {
        return isSearching;
    }

    /** Looks for words in the document that is read. */
    public void find(String words) {
        reading().ifPresent(open -> open.find(words));
        changed();
    }

    /** Goes to where the words stand next ({@code +1}) or before ({@code -1}). */
    public void findNext(int step) {
        reading().ifPresent(open -> open.findNext(step));
        changed();
    }

    /** What a document shows has changed by itself, as when a page was drawn. */
    public void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void does(DocumentStep step) {
        if (state == State.LIST) {
            stepInList(step);
        } else if (reading == null || !reading.take(step)) {
            stepAmongDocuments(step);
        }
    }

    private void stepInList(DocumentStep step) {
        int last = found.documents().size() - 1;
        switch (step) {
            case UP, LEFT -> cursor = Math.max(0, cursor - 1);
            case DOWN, RIGHT -> cursor = Math.min(last, cursor + 1);
            case FIRST, PAGE_BACK -> cursor = 0;
            case LAST, PAGE_FORWARD -> cursor = last;
            case ENTER -> read(cursor);
            case BACK -> close();
            default -> {}
        }
    }

    private void stepAmongDocuments(DocumentStep step) {
        switch (step) {
            case LEFT -> readBeside(-1);
            case RIGHT -> readBeside(1);
            case ENTER -> follow();
            case BACK -> goBack();
            default -> {}
        }
    }

    private void readBeside(int step) {
        int next = cursor + step;
        if (next >= 0 && next < found.documents().size()) {
            read(next);
        }
    }

    private void goBack() {
        if (found.documents().size() > 1) {
            showList();
        } else {
            close();
        }
    }

    /** Shows the image that the line speaks of, beside the document; in its stead where there is no other place. */
    // [impl->req~document.image-links~1]
    private void follow() {
        Optional<ImageJump.Spot> spot = reading().flatMap(Reading::link).flatMap(jump::spot);
        if (spot.isPresent()) {
            if (!jump.showBeside(spot.orElseThrow(), session.active())) {
                close();
                jump.show(spot.orElseThrow(), session.active());
            }
            return;
        }
        boolean isLink = reading().flatMap(Reading::link).isPresent();
        remark = isLink ? Remark.IMAGE_NOT_HERE : Remark.NO_LINK;
    }
}
