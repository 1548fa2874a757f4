package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.candela.MovableClock;
import org.candela.audit.AuditVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.pin~1]
class PinsTest {
    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Pins pins;

    @BeforeEach
    void enrol() throws Exception {
        ledger = ReportSamples.ledger(folder, clock);
        pins = ReportSamples.pins(ledger);
        pins.enrol(ReportSamples.SIGNER, ReportSamples.pin());
    }

    @AfterEach
    void close() throws Exception {
        ledger.database().close();
    }

    @Test
    void acceptsThePinAndNoOther() throws Exception {
        assertTrue(pins.check("1999", ReportSamples.pin()).isAccepted());
        assertFalse(pins.check("1999", "2469".toCharArray()).isAccepted());
        assertFalse(pins.check("nobody", ReportSamples.pin()).isAccepted());
    }

    @Test
    void afterThreeWrongPinsEvenTheRightOneHasToWait() throws Exception {
        wrong(3);

        Pins.PinCheck early = pins.check("1999", ReportSamples.pin());
        assertFalse(early.isAccepted());
        assertEquals(clock.instant().plus(Pins.FIRST_WAIT), early.nextTryAt());
        clock.advance(Pins.FIRST_WAIT);
        assertTrue(pins.check("1999", ReportSamples.pin()).isAccepted());
    }

    @Test
    void eachFurtherWrongPinDoublesTheWait() throws Exception {
        wrong(3);
        clock.advance(Pins.FIRST_WAIT);

        Pins.PinCheck fourth = pins.check("1999", "0000".toCharArray());

        assertEquals(Duration.ofMinutes(1), Duration.between(clock.instant(), fourth.nextTryAt()));
    }

    @Test
    void aRestartForgivesNothing() throws Exception {
        wrong(3);
        ledger.database().close();
        ledger = ReportSamples.ledger(folder, clock);

        assertFalse(
                ReportSamples.pins(ledger).check("1999", ReportSamples.pin()).isAccepted());
    }

    @Test
    void theRightPinClearsTheCount() throws Exception {
        wrong(2);
        assertTrue(pins.check("1999", ReportSamples.pin()).isAccepted());
        wrong(2);

        assertTrue(pins.check("1999", ReportSamples.pin()).isAccepted());
    }

    @Test
    void wrongPinsStandInTheAuditTrail() throws Exception {
        wrong(2);

        long events = ledger.database().read(tx -> tx.one(
                        "SELECT count(*) AS n FROM audit_event WHERE action = 'USER_AUTHENTICATED'",
                        row -> row.longValue("n"))
                .orElseThrow());
        assertEquals(3, events, "one enrolment and two wrong PINs");
        assertTrue(AuditVerifier.verify(ledger.database()).isIntact());
    }

    @Test
    void thePinIsNowhereInTheStoreAndASaltMakesEqualPinsDiffer() throws Exception {
        pins.enrol(new Signer("2000", "Roe", "Jane"), ReportSamples.pin());

        long hashes = ledger.database()
                .read(tx -> tx.one("SELECT count(DISTINCT pin_hash) AS n FROM signer", row -> row.longValue("n"))
                        .orElseThrow());
        assertEquals(2, hashes);
    }

    @Test
    void aPinOfThreeDigitsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> pins.enrol(ReportSamples.SIGNER, "123".toCharArray()));
    }

    private void wrong(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertFalse(pins.check("1999", "0000".toCharArray()).isAccepted());
        }
    }
}
