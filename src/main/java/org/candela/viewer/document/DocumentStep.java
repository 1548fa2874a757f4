package org.candela.viewer.document;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.viewer.ViewerAction;

/** What a key does in a document: the keys are those of the like action on images, whichever the reader gave it. */
public enum DocumentStep {
    UP,
    DOWN,
    LEFT,
    RIGHT,
    PAGE_BACK,
    PAGE_FORWARD,
    FIRST,
    LAST,
    ENTER,
    BACK,
    ERASE,
    NEXT_LINK,
    PREVIOUS_LINK,
    ZOOM_IN,
    ZOOM_OUT,
    FIT,
    TRUE_SIZE,
    PAPER,
    SCALE;

    private static final Map<ViewerAction, DocumentStep> BY_ACTION = Map.ofEntries(
            entry(ViewerAction.PREVIOUS_IMAGE, UP),
            entry(ViewerAction.NEXT_IMAGE, DOWN),
            entry(ViewerAction.PREVIOUS_SERIES, LEFT),
            entry(ViewerAction.NEXT_SERIES, RIGHT),
            entry(ViewerAction.PAGE_BACK, PAGE_BACK),
            entry(ViewerAction.PAGE_FORWARD, PAGE_FORWARD),
            entry(ViewerAction.FIRST_IMAGE, FIRST),
            entry(ViewerAction.LAST_IMAGE, LAST),
            entry(ViewerAction.PLACE_POINT, ENTER),
            entry(ViewerAction.CANCEL_DRAWING, BACK),
            entry(ViewerAction.BACK_POINT, ERASE),
            entry(ViewerAction.NEXT_MARK, NEXT_LINK),
            entry(ViewerAction.PREVIOUS_MARK, PREVIOUS_LINK),
            entry(ViewerAction.RESET, FIT),
            entry(ViewerAction.ONE_TO_ONE, FIT),
            entry(ViewerAction.TRUE_SIZE, TRUE_SIZE),
            entry(ViewerAction.INVERT, PAPER),
            entry(ViewerAction.NEXT_VOI, SCALE));

    /** Commands on images that go on meaning the desk and not what lies under the document. */
    private static final Set<String> OF_THE_DESK = Set.of(
            "viewer.next-place",
            "viewer.previous-place",
            "viewer.enlarge",
            "viewer.next-stage",
            "viewer.previous-stage",
            "viewer.grid.",
            "viewer.link.scroll",
            "viewer.reference-lines");

    private static final String OF_IMAGES = "viewer.";

    /** What the command {@code id} does in a document. */
    static Optional<DocumentStep> of(String id) {
        return BY_ACTION.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the command {@code id} would change an image that the document covers. */
    static boolean isForCoveredImage(String id) {
        return id.startsWith(OF_IMAGES) && OF_THE_DESK.stream().noneMatch(id::startsWith);
    }
}
