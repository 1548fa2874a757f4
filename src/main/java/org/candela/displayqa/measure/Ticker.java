package org.candela.displayqa.measure;

import java.time.Duration;
import java.util.Optional;

/** A clock that only goes forward: the system's own may be set while a run goes on. Any thread. */
@FunctionalInterface
public interface Ticker {
    /** No such clock: how long a run took is not known. */
    Ticker NONE = Optional::empty;

    /** Time since some moment that stays the same. */
    Optional<Duration> now();
}
