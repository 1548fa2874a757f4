package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.candela.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// [utest->req~lock.clipboard~1]
class ClipboardCareTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ClipboardCare care = new ClipboardCare(nanos::get);

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static boolean isFull() {
        return Clipboard.getSystemClipboard().hasString();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
        care.tick();
    }

    @Test
    void whatWasCopiedGoesAfterAMinuteAndWhenItIsLocked() {
        Fx.run(() -> {
            copy("a line of a report");
            care.mayBeCopied();
            care.tick();
            after(Duration.ofSeconds(59));
            assertEquals("a line of a report", Clipboard.getSystemClipboard().getString());
            after(Duration.ofSeconds(1));
            assertFalse(isFull());

            copy("another line");
            care.mayBeCopied();
            care.forget();
            assertFalse(isFull());
        });
    }

    @Test
    void whatAnotherProgramCopiedSinceStays() {
        Fx.run(() -> {
            copy("a line of a report");
            care.mayBeCopied();
            care.tick();
            copy("of another program");
            after(Duration.ofMinutes(2));
            care.forget();

            assertEquals("of another program", Clipboard.getSystemClipboard().getString());
        });
    }
}
