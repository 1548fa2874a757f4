package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Our end of a pseudo-terminal, whose other end is a serial line to whoever opens it (Linux). */
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final short POLLIN = 1;
    /** Index of c_cflag, in 32-bit words, and of the speed within it (asm-generic/termbits.h). */
    private static final int CFLAG = 8;

    private static final int CBAUD = 0x100F;
    private static final int B4800 = 0xC;
    private static final int TERMIOS_BYTES = 60;
    private static final int TCGETS = 0x5401;

    private final LibC libc = Native.load("c", LibC.class);
    private final int master;
    private final String path;
    private boolean isClosed;

    /** The few calls of the C library that it takes. */
    interface LibC extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        String ptsname(int fd);

        int poll(byte[] pollfd, long count, int milliseconds);

        long read(int fd, byte[] into, long count);

        long write(int fd, byte[] from, long count);

        int ioctl(int fd, long request, Memory argument);

        int close(int fd);
    }

    PseudoTerminal() {
        assumeTrue(Platform.isLinux(), "pseudo-terminals by the numbers of Linux");
        master = libc.posix_openpt(O_RDWR | O_NOCTTY);
        assumeTrue(master >= 0 && libc.grantpt(master) == 0 && libc.unlockpt(master) == 0, "no pseudo-terminals here");
        path = libc.ptsname(master);
    }

    String path() {
        return path;
    }

    /** The next byte that came over the line; empty when none comes in time or the other end is closed. */
    Optional<Character> next(int milliseconds) {
        byte[] pollfd = new byte[8];
        java.nio.ByteBuffer.wrap(pollfd)
                .order(java.nio.ByteOrder.nativeOrder())
                .putInt(master)
                .putShort(POLLIN);
        byte[] one = new byte[1];
        return libc.poll(pollfd, 1, milliseconds) > 0 && libc.read(master, one, 1) == 1
                ? Optional.of((char) (one[0] & 0xFF))
                : Optional.empty();
    }

    void send(byte[] bytes) {
        libc.write(master, bytes, bytes.length);
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether whoever opened the other end set it to 4800 baud. */
    boolean is4800() {
        try (Memory termios = new Memory(TERMIOS_BYTES)) {
            return libc.ioctl(master, TCGETS, termios) == 0 && (termios.getInt(CFLAG) & CBAUD) == B4800;
        }
    }

    /** Pulls the plug. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            libc.close(master);
        }
    }
}
