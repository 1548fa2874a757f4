package org.candela.worklist;

import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** How many studies a facility lists. Blocks on the disk. */
public final class ListedCount {
    private ListedCount() {}

    /** As of its last answer. */
    public static int of(Database database, FacilityId facility) throws StoreException {
        return database.read(tx -> ListedRepository.count(tx, facility));
    }
}
