package org.candela.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class AsyncTest {
    private final CandelaException away = new CandelaException("test.away", "not there");

    @Test
    void whatATaskThrewComesOutOfTheFutureAsItWas() {
        CompletableFuture<String> future = Async.supply(
                () -> {
                    throw away;
                },
                Runnable::run);

        CompletionException failure = assertThrows(CompletionException.class, future::join);

        assertSame(away, Async.causeOf(failure));
        assertEquals("here", Async.supply(() -> "here", Runnable::run).join());
    }

    @Test
    void aFailureThatNobodyWrappedIsItsOwnCause() {
        RuntimeException bare = new IllegalStateException("bug", away);

        assertSame(bare, Async.causeOf(bare));
        assertEquals("x", Async.causeOf(new CompletionException("x", null)).getMessage());
    }
}
