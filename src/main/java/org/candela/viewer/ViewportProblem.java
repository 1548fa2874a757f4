package org.candela.viewer;

import org.candela.base.Async;
import org.candela.base.CandelaException;

/**
 * Why a viewport cannot show or keep something.
 *
 * @param code stable code of the failure, for the words shown to the reader
 * @param detail what the failure says of itself: no patient data
 */
public record ViewportProblem(String code, String detail) {
    /** Code of a failure that carries none. */
    public static final String UNREADABLE = "viewer.unreadable";

    static ViewportProblem of(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        String code = cause instanceof CandelaException known ? known.code() : UNREADABLE;
        String message = cause.getMessage();
        return new ViewportProblem(code, message == null ? cause.getClass().getSimpleName() : message);
    }
}
