package org.candela.study.prior;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.StudySummary;

/** The table {@code prior_confirmation}. */
final class PriorRepository {
    private PriorRepository() {}

    /** One word of the reader. */
    record Said(StudySummary study, KnownPrior prior, PriorConfirmations.Word word, String reader, Instant at) {}

    static void insert(Tx tx, Said said) throws StoreException {
        tx.update(
                "INSERT INTO prior_confirmation (study_uid, facility, prior_uid, prior_facility, word, score, evidence,"
                        + " reader, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                said.study().uid(),
                said.study().facility().value(),
                said.prior().study().uid(),
                said.prior().study().facility().value(),
                said.word(),
                said.prior().match().score(),
                said.prior().match().evidence().toString(),
                said.reader(),
                said.at());
    }

    static Set<Uid> confirmed(Tx tx, Uid study) throws StoreException {
        return new LinkedHashSet<>(tx.query(
                "SELECT prior_uid FROM prior_confirmation one WHERE study_uid = ? AND word = 'CONFIRMED'"
                        + " AND NOT EXISTS (SELECT 1 FROM prior_confirmation later WHERE later.study_uid = one.study_uid"
                        + " AND later.prior_uid = one.prior_uid AND later.id > one.id)",
                row -> new Uid(row.string("prior_uid")),
                study));
    }
}
