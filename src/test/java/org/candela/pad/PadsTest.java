package org.candela.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.jna.Platform;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candela.pad.PadEvent.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipe stands for the device: the bytes are those of the kernel, the plug is pulled by closing it. */
// [utest->req~pad.shuttle~1]
class PadsTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<PadEvent> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Path device;
    private Pads pads;

    @BeforeEach
    void plugIn() throws Exception {
        Assumptions.assumeTrue(Platform.isLinux(), "input devices of Linux");
        device = folder.resolve("usb-Contour_Design_ShuttleXpress-event-if00");
        pads = new Pads(folder, told::add, threads, isOver::get);
        assertEquals(0, new ProcessBuilder("mkfifo", device.toString()).start().waitFor());
    }

    @AfterEach
    void over() {
        isOver.set(true);
        threads.shutdown();
    }

    @Test
    void whatTheHandDoesIsToldAndAPadThatWasPulledIsReadAgainOnceItIsBack() throws Exception {
        for (int time = 0; time < 2; time++) {
            pads.look();
            pads.look(); // it is read once
            try (OutputStream kernel = Files.newOutputStream(device)) {
                kernel.write(report(event(2, 7, 40)));
                kernel.write(report(event(2, 8, 3), event(2, 7, 40)));
                kernel.write(report(event(1, 258, 1)));
                assertEquals(new PadEvent(Control.SHUTTLE, 3), next());
                assertEquals(new PadEvent(Control.BUTTON, 3), next());
            }
            assertEquals(new PadEvent(Control.SHUTTLE, 0), next(), "a pad that is gone holds nothing");
            assertNull(told.poll(50, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void otherDevicesAreLeftAlone() throws Exception {
        Files.delete(device);
        Files.writeString(folder.resolve("usb-Some_Keyboard-event-kbd"), "x".repeat(48));

        pads.look();

        assertNull(told.poll(50, TimeUnit.MILLISECONDS));
    }

    private PadEvent next() throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }

    private static byte[] report(byte[]... events) {
        ByteBuffer report = ByteBuffer.allocate(24 * (events.length + 1));
        for (byte[] event : events) {
            report.put(event);
        }
        return report.put(event(0, 0, 0)).array();
    }

    /** struct input_event on 64-bit systems. */
    private static byte[] event(int type, int code, int value) {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.nativeOrder())
                .putLong(1_700_000_000)
                .putLong(123_456)
                .putShort((short) type)
                .putShort((short) code)
                .putInt(value)
                .array();
    }
}
