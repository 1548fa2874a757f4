package org.candela.calibration.device.macos;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of CoreFoundation that is ours: released once, on closing. Device thread. */
final class CfObject implements AutoCloseable {
    private static final int UTF_8 = 0x08000100;
    private static final int MOST_TEXT = 256;
    /** A base block and all extensions it can name. */
    private static final int MOST_BYTES = 128 * 256;

    private final Mac.CoreFoundation foundation;
    private final Pointer pointer;
    private boolean isReleased;

    private CfObject(Mac.CoreFoundation foundation, Pointer pointer) {
        this.foundation = foundation;
        this.pointer = pointer;
    }

    /** Takes over what a function with Create or Copy in its name gave; empty when it gave nothing. */
    static Optional<CfObject> owned(Mac api, @Nullable Pointer pointer) {
        return pointer == null ? Optional.empty() : Optional.of(new CfObject(api.foundation(), pointer));
    }

    /** A new string; empty without memory. */
    static Optional<CfObject> string(Mac api, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        return owned(api, api.foundation().CFStringCreateWithCString(null, bytes, UTF_8));
    }

    Pointer pointer() {
        return pointer;
    }

    /** The bytes, when it is data of a sensible length; else none. */
    byte[] bytes() {
        if (foundation.CFGetTypeID(pointer) != foundation.CFDataGetTypeID()) {
            return new byte[0];
        }
        long length = foundation.CFDataGetLength(pointer);
        Pointer bytes = foundation.CFDataGetBytePtr(pointer);
        return bytes == null || length < 0 || length > MOST_BYTES
                ? new byte[0]
                : bytes.getByteArray(0, Math.toIntExact(length));
    }

    /** The text, when it is a short string; else an empty one. */
    String text() {
        if (foundation.CFGetTypeID(pointer) != foundation.CFStringGetTypeID()) {
            return "";
        }
        try (Memory text = new Memory(MOST_TEXT)) {
            return foundation.CFStringGetCString(pointer, text, MOST_TEXT, UTF_8) == 0
                    ? ""
                    : text.getString(0, StandardCharsets.UTF_8.name());
        }
    }

    @Override
    public void close() {
        if (!isReleased) {
            isReleased = true;
            foundation.CFRelease(pointer);
        }
    }
}
