package org.candela.displayqa.trend;

import org.candela.displayqa.ledger.StoredRun;

/** Which runs a series is made of: the two are never mixed. */
public enum Light {
    REAL,
    SIMULATED;

    boolean includes(StoredRun run) {
        return run.isSimulated() == (this == SIMULATED);
    }
}
