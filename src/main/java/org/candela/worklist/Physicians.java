package org.candela.worklist;

import java.util.List;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Who refers patients here, as facilities name them. Any thread; blocks on the disk. */
public record Physicians(Database database) {
    /** PN as in (0008,0090), each once, those of most listed studies first. */
    public List<String> referring(int most) throws StoreException {
        return database.read(tx -> ListedRepository.referring(tx, most));
    }
}
