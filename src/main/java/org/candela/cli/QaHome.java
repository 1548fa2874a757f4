package org.candela.cli;

import java.util.function.Supplier;
import org.candela.base.AppPaths;
import org.candela.store.StorePlace;

/** Where the files of this workstation are, and what opens its store; asked for when a command runs. */
@FunctionalInterface
public interface QaHome extends Supplier<AppPaths> {
    /** A plain store, unless somebody says otherwise. */
    default StorePlace store() {
        return () -> get().database();
    }
}
