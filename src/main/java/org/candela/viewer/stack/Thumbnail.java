package org.candela.viewer.stack;

import java.util.Optional;
import org.candela.image.RasterArgb;

/**
 * The small picture of a stack and how far the stack has come. Immutable.
 *
 * @param here objects of the series that have arrived
 * @param total objects that the facility lists; 0 while that is unknown
 * @param picture P-values as greys, no display's table applied; empty until it is drawn, and when it cannot be
 */
public record Thumbnail(ImageStack stack, State state, int here, int total, Optional<RasterArgb> picture) {
    /** How far it has come. */
    public enum State {
        /** Objects are arriving, or the picture is being made. */
        LOADING,
        /** All objects are here and the picture is made. */
        COMPLETE,
        /** The picture cannot be made: its image cannot be shown. */
        FAILED,
        /** Given up on request before it was complete. */
        CANCELLED
    }

    static Thumbnail of(ImageStack stack) {
        return new Thumbnail(stack, State.LOADING, 0, 0, Optional.empty());
    }

    private boolean isAllHere() {
        return here >= total;
    }

    Thumbnail arriving(int nowHere, int nowTotal) {
        Thumbnail next = new Thumbnail(stack, state, nowHere, nowTotal, picture);
        return state == State.LOADING && picture.isPresent() && next.isAllHere() ? next.as(State.COMPLETE) : next;
    }

    Thumbnail drawn(RasterArgb made) {
        return new Thumbnail(stack, isAllHere() ? State.COMPLETE : State.LOADING, here, total, Optional.of(made));
    }

    Thumbnail as(State other) {
        return new Thumbnail(stack, other, here, total, picture);
    }
}
