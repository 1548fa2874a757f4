package org.candela.readiness.stamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candela.MovableClock;
import org.candela.readiness.Evidence;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signing;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsStampTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final Instant read = Instant.parse("2026-11-24T01:00:00Z");
    private final ReportDraft draft = ReportSamples.draft();
    private Ledger ledger;
    private ConditionsBook book;
    private String noise = "36.2 dB(A)";

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, clock);
        book = new ConditionsBook(ledger.database());
    }

    @AfterEach
    void close() throws Exception {
        ledger.database().close();
    }

    private ConditionsStamp stamp() {
        return new ConditionsStamp(facility -> {
            Map<String, Evidence> now = new LinkedHashMap<>();
            now.put("room.noise", Evidence.measured(noise, read, "Desk microphone"));
            now.put("room.temperature", Evidence.MISSING);
            return now;
        });
    }

    private SignedReport sign(Signing signing, SignatureMeaning meaning) throws Exception {
        return signing.sign(ReportSamples.request(draft, meaning))
                .match(signed -> signed.report(), unready -> fail(), refused -> fail(), superseded -> fail());
    }

    private static SignedReport fail() {
        throw new AssertionError("not signed");
    }

    // [utest->req~readiness.stamp~1]
    @Test
    void eachSignedVersionKeepsTheConditionsOfItsMoment() throws Exception {
        Signing signing = ReportSamples.signing(ledger, stamp());
        SignedReport first = sign(signing, SignatureMeaning.PRELIMINARY);
        noise = "44.0 dB(A)";
        SignedReport last = sign(signing, SignatureMeaning.FINAL);

        List<StampedConditions> kept = book.of(first.id().value());

        assertEquals(2, kept.size());
        assertEquals(first.sha256(), kept.get(0).reportSha256());
        assertEquals(last.sha256(), kept.get(1).reportSha256());
        assertEquals(
                "36.2 dB(A)", kept.get(0).conditions().at("/room.noise/value").asText());
        assertEquals(
                "44.0 dB(A)", kept.get(1).conditions().at("/room.noise/value").asText());
        assertEquals(
                read.toString(), kept.get(0).conditions().at("/room.noise/at").asText());
        assertEquals(
                "not measured",
                kept.get(0).conditions().at("/room.temperature/value").asText());
        assertEquals(
                "MISSING",
                kept.get(0).conditions().at("/room.temperature/basis").asText());
    }

    // [utest->req~readiness.stamp~1]
    @Test
    void whatWasKeptIsNeverChangedAndAForgedRowIsFound() throws Exception {
        sign(ReportSamples.signing(ledger, stamp()), SignatureMeaning.FINAL);

        assertThrows(StoreException.class, () -> ledger.database()
                .change(tx -> tx.update("UPDATE report_conditions SET body = '{}'")));
        assertThrows(
                StoreException.class, () -> ledger.database().change(tx -> tx.update("DELETE FROM report_conditions")));

        ledger.database().change(tx -> {
            tx.update("DROP TRIGGER report_conditions_keeps_rows");
            tx.update("UPDATE report_conditions SET body = replace(body, '36.2', '26.2')");
        });
        assertEquals(
                "report.conditions-tampered",
                assertThrows(StoreException.class, book::all).code());
    }

    // [utest->req~readiness.stamp~1]
    @Test
    void reportAndConditionsAreThereTogetherOrNotAtAll() throws Exception {
        Signing failing = ReportSamples.signing(ledger, stamp(), (tx, report) -> {
            throw new StoreException("test.refused", "refused");
        });

        assertThrows(StoreException.class, () -> sign(failing, SignatureMeaning.FINAL));
        assertTrue(book.all().isEmpty());
    }
}
