package org.candela.calibration.device.ddcutil;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps libddcutil from writing to the program's own output, which others may be reading as JSON.
 *
 * <p>Its streams are by thread. They are set to the null device rather than to null: 2.2.7 writes to them unasked while it
 * detects displays. The stream is never closed, since the library keeps it for as long as it lives.
 */
final class Quiet {
    private final @Nullable Function setOut;
    private final @Nullable Function setError;
    private final @Nullable Pointer stream;

    private Quiet(@Nullable Function setOut, @Nullable Function setError, @Nullable Pointer stream) {
        this.setOut = setOut;
        this.setError = setError;
        this.stream = stream;
    }

    static Quiet of(NativeLibrary library) {
        Pointer stream = (Pointer)
                NativeLibrary.getInstance("c").getFunction("fopen").invoke(Pointer.class, new Object[] {"/dev/null", "w"
                });
        return new Quiet(optional(library, "ddca_set_fout"), optional(library, "ddca_set_ferr"), stream);
    }

    /** A function that not all versions have; null where it is missing. */
    static @Nullable Function optional(NativeLibrary library, String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            return null;
        }
    }

    void silenceThread() {
        if (stream == null) {
            return;
        }
        if (setOut != null) {
            setOut.invoke(new Object[] {stream});
        }
        if (setError != null) {
            setError.invoke(new Object[] {stream});
        }
    }
}
