package org.candela.pad;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An input device of Linux that is read, and kept from moving the pointer of the desktop meanwhile. One thread. */
final class PadDevice implements AutoCloseable {
    private static final int O_RDONLY = 0;
    /** _IOW('E', 0x90, int): events come to us alone. */
    private static final long EVIOCGRAB = 0x40044590L;

    private static final short POLLIN = 1;
    private static final int MOST_AT_ONCE = 64;

    private final C c;
    private final int file;
    private final Memory read = new Memory((long) MOST_AT_ONCE * InputEvent.BYTES);

    /** The part of the C library that is needed. */
    interface C extends Library {
        int open(String path, int flags) throws LastErrorException;

        int ioctl(int file, NativeLong request, Object... argument) throws LastErrorException;

        int poll(Poll[] files, NativeLong count, int millis) throws LastErrorException;

        NativeLong read(int file, Memory into, NativeLong bytes) throws LastErrorException;

        int close(int file) throws LastErrorException;
    }

    /** struct pollfd. */
    @Structure.FieldOrder({"fd", "events", "revents"})
    public static final class Poll extends Structure {
        public int fd;
        public short events;
        public short revents;
    }

    private PadDevice(C c, int file) {
        this.c = c;
        this.file = file;
    }

    /** @throws LastErrorException when it cannot be opened, as when the user may not read input devices */
    static PadDevice open(Path path) {
        C c = Native.load("c", C.class);
        PadDevice device = new PadDevice(c, c.open(path.toString(), O_RDONLY));
        device.grab();
        return device;
    }

    private void grab() {
        try {
            c.ioctl(file, new NativeLong(EVIOCGRAB), 1);
        } catch (LastErrorException e) {
            // Another program has it for itself, or it is no input device: what comes is read all the same.
        }
    }

    /**
     * Waits for events, at most so long; none when nothing came.
     *
     * @throws LastErrorException when the device is gone
     */
    List<InputEvent> next(int millis) {
        Poll[] files = (Poll[]) new Poll().toArray(1);
        files[0].fd = file;
        files[0].events = POLLIN;
        List<InputEvent> events = new ArrayList<>();
        if (c.poll(files, new NativeLong(1), millis) > 0) {
            int bytes = c.read(file, read, new NativeLong(read.size())).intValue();
            if (bytes == 0) {
                throw new LastErrorException("the device ended");
            }
            ByteBuffer buffer = read.getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
            for (int at = 0; at + InputEvent.BYTES <= bytes; at += InputEvent.BYTES) {
                events.add(InputEvent.at(buffer, at));
            }
        }
        return events;
    }

    @Override
    public void close() {
        c.close(file);
    }
}
