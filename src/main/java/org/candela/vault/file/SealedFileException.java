package org.candela.vault.file;

import java.io.IOException;

/**
 * A sealed file that cannot be had: locked, or not as it was sealed. Its message says what to do, names the file and holds no
 * patient data as long as the file's name has none.
 */
public final class SealedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Bytes were changed, moved or taken away since. */
    public static final String DAMAGED = "sealed.damaged";
    /** Another key store sealed it. */
    public static final String OTHER_KEY = "sealed.other-key";
    /** It was asked for something that a sealed file cannot do. */
    public static final String WRITTEN_ONCE = "sealed.written-once";

    private static final String REMEDY =
            "; delete this file and open its study again, which brings it anew, or take it from a backup";

    private final String code;

    SealedFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    SealedFileException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static SealedFileException damaged(String name, long offset, String what) {
        return new SealedFileException(DAMAGED, name + ": at offset " + offset + " " + what + REMEDY);
    }

    static SealedFileException writtenOnce(String name) {
        return new SealedFileException(
                WRITTEN_ONCE, name + ": a sealed file is written once, from its beginning to its end");
    }

    /** The same for messages and logs as that of a {@link org.candela.base.CandelaException}. */
    public String code() {
        return code;
    }
}
