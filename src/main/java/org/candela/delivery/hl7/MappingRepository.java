package org.candela.delivery.hl7;

import java.util.Optional;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code delivery_mapping}. */
final class MappingRepository {
    private MappingRepository() {}

    static void insert(Tx tx, FacilityId facility, MappingBook.Kept kept) throws StoreException {
        tx.update(
                "INSERT INTO delivery_mapping (facility_id, version, text, sha256, kept_at) VALUES (?, ?, ?, ?, ?)",
                facility.value(),
                kept.version(),
                kept.text(),
                Sha256.hex(kept.text()),
                kept.keptAt());
    }

    static Optional<MappingBook.Kept> newest(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                "SELECT * FROM delivery_mapping WHERE facility_id = ? ORDER BY version DESC LIMIT 1",
                row -> new MappingBook.Kept(row.intValue("version"), row.string("text"), row.instant("kept_at")),
                facility.value());
    }
}
