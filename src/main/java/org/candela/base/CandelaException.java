package org.candela.base;

/**
 * Root of every checked failure of the environment: a file, a device, a network peer, the store.
 *
 * <p>The message says what failed and where, in English, and holds no patient data. {@link #code()} is stable, so that a
 * user can quote it and a test can assert on it.
 */
public class CandelaException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public CandelaException(String code, String message) {
        super(message);
        this.code = code;
    }

    public CandelaException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable, dotted, lower case: {@code "dicom.truncated"}. */
    public final String code() {
        return code;
    }
}
