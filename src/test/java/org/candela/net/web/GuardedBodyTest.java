package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;

class GuardedBodyTest {
    private final GuardedBody body = new GuardedBody(WebPatience.STANDARD, new Cancellation(), WebProgress.NONE);
    private long requested;

    private void subscribe() {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                requested += count;
            }

            @Override
            public void cancel() {}
        });
    }

    private void deliver(int... bytes) {
        byte[] piece = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            piece[i] = (byte) bytes[i];
        }
        body.onNext(List.of(ByteBuffer.wrap(piece)));
    }

    @Test
    void oneReadTakesAllThatHasCome() throws IOException {
        subscribe();
        deliver(1, 2);
        body.onNext(List.of(ByteBuffer.allocate(0)));
        deliver(3);
        byte[] target = new byte[8];

        assertEquals(3, body.read(target, 1, 7));
        assertArrayEquals(new byte[] {0, 1, 2, 3}, Arrays.copyOf(target, 4));
    }

    @Test
    void neverMoreIsAskedForThanOneWindowBeyondWhatWasTaken() throws IOException {
        subscribe();
        deliver(7);
        assertEquals(7, body.read());
        long window = requested;
        for (int delivered = 2; delivered <= 200; delivered++) {
            deliver(7);
            assertEquals(7, body.read());
            assertTrue(requested <= window + delivered, requested + " after " + delivered);
            assertTrue(requested > delivered, "something is always on its way");
        }
    }

    @Test
    void nothingIsAskedForBeforeTheFirstReadAndASubscriptionMayComeLater() throws IOException {
        subscribe();
        assertEquals(0, requested);

        GuardedBody late = new GuardedBody(WebPatience.STANDARD, new Cancellation(), WebProgress.NONE);
        late.onNext(List.of(ByteBuffer.wrap(new byte[] {5})));
        assertEquals(5, late.read());
        late.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                requested += count;
            }

            @Override
            public void cancel() {}
        });
        assertTrue(requested > 0, "asked for as soon as it can be");
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsReadFirst() throws IOException {
        subscribe();
        deliver(1, 2);
        body.onError(new IOException("reset"));

        assertEquals(2, body.read(new byte[8], 0, 8));
        assertThrows(IOException.class, () -> body.read(new byte[8], 0, 8));
    }
}
