package org.candela.cli;

import java.time.Clock;
import java.util.function.Supplier;
import org.candela.store.StorePlace;

/**
 * What a reader keeps on this workstation, and who the reader is.
 *
 * @param reader asked for when a command runs
 */
public record ReaderDesk(StorePlace store, Clock clock, Supplier<String> reader) {
    DeskText texts() {
        return new DeskText(store, clock);
    }

    String name() {
        return reader.get();
    }
}
