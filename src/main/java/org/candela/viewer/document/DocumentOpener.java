package org.candela.viewer.document;

import java.util.concurrent.CompletableFuture;

/** Opens documents. */
@FunctionalInterface
public interface DocumentOpener {
    /** Opens one elsewhere than on the calling thread; the future fails with a {@code CandelaException}. */
    CompletableFuture<Reading> open(CaseDocument document);
}
