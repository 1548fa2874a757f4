package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;

class StandardInputTest {
    private final Cancellation cancellation = new Cancellation();

    // [utest->req~cli.qa-talk~1]
    @Test
    void linesComeInOrderAndThenNoneEverAgain() {
        StandardInput input =
                new StandardInput(new ByteArrayInputStream("0.53\n\n1.2".getBytes(StandardCharsets.UTF_8)), false);

        assertEquals(Optional.of("0.53"), input.next(cancellation));
        assertEquals(Optional.of(""), input.next(cancellation));
        assertEquals(Optional.of("1.2"), input.next(cancellation));
        assertEquals(Optional.empty(), input.next(cancellation));
        assertEquals(Optional.empty(), input.next(cancellation));
    }

    /** A read of the input itself cannot be broken off. */
    // [utest->req~cli.qa-talk~1]
    @Test
    void aLineThatNeverComesCanBeCancelled() throws Exception {
        try (PipedOutputStream nobody = new PipedOutputStream();
                PipedInputStream silent = new PipedInputStream(nobody)) {
            StandardInput input = new StandardInput(silent, true);
            CompletableFuture<Optional<String>> waiting = CompletableFuture.supplyAsync(() -> input.next(cancellation));

            cancellation.cancel();

            Throwable ended = assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
            assertInstanceOf(CancellationException.class, ended.getCause());
        }
    }
}
