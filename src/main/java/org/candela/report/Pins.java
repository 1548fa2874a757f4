package org.candela.report;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.store.StoreException;
import org.candela.vault.Stretching;

/**
 * Who may sign, proved by a PIN. After {@value #FREE_ATTEMPTS} wrong PINs in a row each further try has to wait: 30 s,
 * then twice as long each time, up to an hour. The count is in the store, so a restart forgives nothing.
 *
 * <p>Any thread; a check takes a good tenth of a second of computing by design.
 */
// [impl->req~report.pin~1]
public final class Pins {
    static final int FREE_ATTEMPTS = 3;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int SHORTEST_PIN = 4;
    private static final int MAX_DOUBLINGS = 7;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Ledger ledger;
    private final int iterations;
    private final SecureRandom random = new SecureRandom();

    public Pins(Ledger ledger) {
        this(ledger, Stretching.ROUNDS);
    }

    /** For tests, with fewer rounds of stretching. */
    Pins(Ledger ledger, int iterations) {
        this.ledger = ledger;
        this.iterations = iterations;
    }

    /** Who signs under this id here; empty when nobody was enrolled under it. */
    public Optional<Signer> enrolled(String signerId) throws StoreException {
        return ledger.database().read(tx -> SignerRepository.find(tx, signerId)).map(SignerRepository.Account::signer);
    }

    /**
     * Adds a signer or gives one a new name and PIN; audited.
     *
     * @param pin at least {@value #SHORTEST_PIN} characters; the caller wipes it
     */
    public void enrol(Signer signer, char[] pin) throws StoreException {
        if (pin.length < SHORTEST_PIN) {
            throw new IllegalArgumentException("a PIN has at least " + SHORTEST_PIN + " characters");
        }
        PinHash hash = PinHash.of(pin, iterations, random);
        ledger.database().change(tx -> {
            SignerRepository.save(tx, signer, hash);
            ledger.audit()
                    .append(
                            tx,
                            new AuditEvent(
                                    ledger.clock().instant(),
                                    "signer:" + signer.id(),
                                    AuditAction.USER_AUTHENTICATED,
                                    "signer:" + signer.id(),
                                    Map.of("pin", "set")));
        });
    }

    /** The signer with this id. */
    public Optional<Signer> signer(String signerId) throws StoreException {
        return ledger.database().read(tx -> SignerRepository.find(tx, signerId)).map(SignerRepository.Account::signer);
    }

    /** Tries the PIN; wrong ones are audited. The attempt counts before it is tested, so no kill gives a free one. */
    public PinCheck check(String signerId, char[] pin) throws StoreException {
        Instant now = ledger.clock().instant();
        Optional<SignerRepository.Account> found = ledger.database().write(tx -> {
            Optional<SignerRepository.Account> account = SignerRepository.find(tx, signerId);
            if (account.isPresent() && mayTry(account.orElseThrow(), now)) {
                int attempts = account.orElseThrow().failedAttempts() + 1;
                SignerRepository.countAttempt(tx, signerId, attempts, now.plus(waitAfter(attempts)));
            }
            return account;
        });
        if (found.isEmpty()) {
            return new PinCheck(false, now);
        }
        SignerRepository.Account account = found.orElseThrow();
        if (!mayTry(account, now)) {
            return new PinCheck(false, account.nextTryAt());
        }
        return record(account, account.pin().matches(pin), now);
    }

    private PinCheck record(SignerRepository.Account account, boolean isRight, Instant now) throws StoreException {
        String signerId = account.signer().id();
        ledger.database().change(tx -> {
            if (isRight) {
                SignerRepository.countAttempt(tx, signerId, 0, Instant.EPOCH);
            } else {
                ledger.audit()
                        .append(
                                tx,
                                new AuditEvent(
                                        now,
                                        "signer:" + signerId,
                                        AuditAction.USER_AUTHENTICATED,
                                        "signer:" + signerId,
                                        Map.of(
                                                "outcome",
                                                "4",
                                                "attempt",
                                                Integer.toString(account.failedAttempts() + 1))));
            }
        });
        return new PinCheck(isRight, isRight ? now : now.plus(waitAfter(account.failedAttempts() + 1)));
    }

    private static boolean mayTry(SignerRepository.Account account, Instant now) {
        return !now.isBefore(account.nextTryAt());
    }

    private static Duration waitAfter(int failedAttempts) {
        if (failedAttempts < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failedAttempts - FREE_ATTEMPTS, MAX_DOUBLINGS);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Outcome of one try; {@code nextTryAt} is when another one is allowed. */
    public record PinCheck(boolean isAccepted, Instant nextTryAt) {}
}
