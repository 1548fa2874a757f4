package org.candela.report;

import java.time.Instant;
import java.util.Optional;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code signer}. */
final class SignerRepository {
    private SignerRepository() {}

    static void save(Tx tx, Signer signer, PinHash pin) throws StoreException {
        tx.update(
                "INSERT INTO signer (id, family_name, given_name, salt, iterations, pin_hash, failed_attempts,"
                        + " next_try_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET family_name = excluded.family_name,"
                        + " given_name = excluded.given_name, salt = excluded.salt, iterations = excluded.iterations,"
                        + " pin_hash = excluded.pin_hash",
                signer.id(),
                signer.familyName(),
                signer.givenName(),
                pin.salt(),
                pin.iterations(),
                pin.hash(),
                Instant.EPOCH);
    }

    static Optional<Account> find(Tx tx, String signerId) throws StoreException {
        return tx.one("SELECT * FROM signer WHERE id = ?", SignerRepository::read, signerId);
    }

    static void countAttempt(Tx tx, String signerId, int failedAttempts, Instant nextTryAt) throws StoreException {
        tx.update(
                "UPDATE signer SET failed_attempts = ?, next_try_at = ? WHERE id = ?",
                failedAttempts,
                nextTryAt,
                signerId);
    }

    private static Account read(Row row) throws StoreException {
        return new Account(
                new Signer(row.string("id"), row.string("family_name"), row.string("given_name")),
                new PinHash(row.bytes("salt"), row.intValue("iterations"), row.bytes("pin_hash")),
                row.intValue("failed_attempts"),
                row.instant("next_try_at"));
    }

    /** A signer with what guards the signature. */
    record Account(Signer signer, PinHash pin, int failedAttempts, Instant nextTryAt) {}
}
