package org.candela.readiness.stamp;

import java.util.List;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Conditions of signed reports on this workstation. Any thread; blocks on the disk. */
public final class ConditionsBook {
    private final Database database;

    public ConditionsBook(Database database) {
        this.database = database;
    }

    /**
     * All, oldest first.
     *
     * @throws StoreException {@code report.conditions-tampered} when one is not what was kept
     */
    public List<StampedConditions> all() throws StoreException {
        return database.read(ConditionsRepository::all);
    }

    /** Those of one report, oldest version first. */
    public List<StampedConditions> of(String report) throws StoreException {
        return all().stream().filter(stamp -> stamp.report().equals(report)).toList();
    }
}
