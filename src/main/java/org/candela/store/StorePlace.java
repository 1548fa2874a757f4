package org.candela.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a database lies, asked for when it is opened, and what opens it. */
@FunctionalInterface
public interface StorePlace extends Supplier<Path> {
    /**
     * What it is sealed under; empty where nothing seals it. Asked for only when there is a sealed file, or none yet. May
     * block, and ask a person.
     *
     * @throws StoreException {@code store.locked} when it is sealed and nobody gave what opens it
     */
    default Optional<StoreKey> key() throws StoreException {
        return Optional.empty();
    }

    /** How it lies on the disk. */
    default StoreForm form() throws StoreException {
        return StoreForm.of(get());
    }
}
