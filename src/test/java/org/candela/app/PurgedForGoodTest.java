package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.ReadingPriority;
import org.candela.purge.PurgeLog.What;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records, drafts, files, and the end of a contract. */
class PurgedForGoodTest {
    @TempDir
    private Path folder;

    private PurgedHome home;

    @BeforeEach
    void fill() throws Exception {
        home = new PurgedHome(folder);
    }

    // [utest->req~purge.record~1]
    @Test
    void aRecordGoesAfterItsOwnAgeAloneAndThatOfAChildLater() throws Exception {
        home.run(2, "purge", "policy", "clinic", "--record-years", "9");
        home.run(0, "purge", "policy", "clinic", "--record-years", "10");
        String patient = "Quillon"; // of the sample, born 1970

        home.clock.advance(Duration.ofDays(3650));
        home.run(0, "purge");
        assertEquals(1, home.count("signed_report"));
        home.clock.advance(Duration.ofDays(10));
        String gone = home.run(0, "purge");

        assertTrue(gone.contains("record  1 deleted"), gone);
        for (String table : List.of("signed_report", "report_draft", "report_state", "outbox")) {
            assertEquals(0, home.count(table), table);
        }
        assertEquals(List.of(), home.found(List.of(patient)));
        home.requireWhole();

        home.change("UPDATE signer SET id = id"); // the store can be written as before
        try (Database database = Database.open(home.config.store(), home.clock)) {
            Ledger ledger = new Ledger(database, new AuditLog(), home.clock);
            Outbox outbox = new Outbox(ledger, new Facilities(database, new AuditLog(), home.clock), RetryPolicy.START);
            PurgedHome.sign(ledger, outbox, PurgedHome.SECOND, SignatureMeaning.FINAL);
            database.change(tx -> {
                tx.update("UPDATE outbox SET state = 'ACKED'");
                tx.update("DROP TRIGGER signed_report_keeps_rows");
                tx.update("UPDATE signed_report SET content = replace(content, '19700101', '20300101')");
            });
        }
        home.clock.advance(Duration.ofDays(20 * 365));
        home.run(0, "purge");
        assertEquals(1, home.count("signed_report"), "who was born in 2030 is of age in 2051");
        home.clock.advance(Duration.ofDays(5 * 365));
        home.run(0, "purge");
        assertEquals(0, home.count("signed_report"));
    }

    // [utest->req~purge.contract-end~1]
    // [utest->req~purge.certificate~1]
    // [utest->req~cli.purge~1]
    @Test
    void atTheEndOfAContractAllOfTheFacilityGoesButItsRecord() throws Exception {
        Path paper = folder.resolve("certificate.pdf");
        String[] end = {
            "purge",
            "contract-end",
            "clinic",
            "--reason",
            "letter of today",
            "--confirm",
            "clinic",
            "--certificate",
            paper.toString()
        };
        home.change("UPDATE reading SET state = 'PRELIMINARY'");
        assertTrue(home.run(1, end).contains("2 studies with a preliminary report alone"));
        home.change("UPDATE reading SET state = 'FINAL'");
        assertTrue(home.run(1, "purge", "contract-end", "clinic").contains("Nothing stands in the way"));
        assertFalse(Files.exists(paper));
        Path copy = home.config.paths().home().resolve("candela.db.before-migration-20260101T000000Z.bak");
        Files.writeString(copy, "rows of everybody");
        Files.createDirectories(home.config.paths().secrets());
        Path secret = home.config.paths().secrets().resolve("clinic.password");
        Files.writeString(secret, "x");

        String gone = home.run(0, end);

        assertTrue(gone.contains("access  1 deleted"), gone);
        assertFalse(Files.exists(copy) || Files.exists(secret));
        assertEquals(List.of("Rowname^Quentin"), home.found(PurgedHome.WORDS), "one row of the other facility");
        assertEquals(1, home.count("listed_study"));
        assertEquals(1, home.count("study"));
        assertEquals(1, home.count("signed_report"));
        assertEquals(1, home.count("facility WHERE id = 'clinic' AND dicom_web = 'http://ended.invalid/'"));
        try (Database database = Database.open(home.config.store(), home.clock)) {
            Facilities facilities = new Facilities(database, new AuditLog(), home.clock);
            assertEquals(
                    List.of(PurgedHome.OTHER),
                    facilities.list().stream().map(Facility::id).toList());
            assertEquals(
                    "County Clinic",
                    facilities.find(PurgedHome.CLINIC).orElseThrow().name());
        }
        home.run(0, "purge", "verify", paper.toString());
        byte[] changed = Files.readAllBytes(paper);
        changed[changed.length / 2] ^= 1;
        Files.write(paper, changed);
        assertTrue(home.run(1, "purge", "verify", paper.toString()).contains("CHANGED"));
        home.requireWhole();
    }

    // [utest->req~purge.files~1]
    @Test
    void copiesExportsAndWhatAKilledProgramLeftGoByTheirAges() throws Exception {
        AppPaths paths = home.config.paths();
        Path copy = home.old(paths.home().resolve("candela.db.before-migration-20260101T000000Z.bak"), 31);
        Path young = home.old(paths.home().resolve("candela.db.before-migration-20260102T000000Z.bak"), 29);
        Path arriving = home.old(paths.incoming().resolve("web-1.part"), 3);
        Path temporary = home.old(folder.resolve("tmp").resolve("candela-inflated-1.tmp"), 3);
        Path strange = home.old(folder.resolve("tmp").resolve("other.tmp"), 3);
        Path exported = home.old(paths.exports().resolve("report.pdf"), 31);

        home.run(0, "purge");
        assertFalse(Files.exists(copy) || Files.exists(arriving) || Files.exists(temporary));
        assertTrue(Files.exists(strange), "a file of another program");
        assertTrue(
                Files.exists(young) && Files.exists(exported), "what was exported on purpose stays without a policy");
        home.run(0, "purge", "policy", "all", "--export-days", "30");
        home.run(0, "purge");

        assertFalse(Files.exists(exported));
        assertTrue(home.count("purge_entry WHERE kind = '" + What.FILE + "'") >= 3);
    }

    // [utest->req~purge.holds~1]
    @Test
    void whileARoomIsOpenTheCommandLeavesItToTheRoom() throws Exception {
        try (DisplayHold room = DisplayHold.take(home.config.paths().home())) {
            assertTrue(home.run(2, "purge").contains("it purges by itself"), room::toString);
        }
        home.run(0, "purge");
    }

    // [utest->req~purge.holds~1]
    @Test
    void anAmendmentThatIsBegunHoldsItsStudy() throws Exception {
        home.run(0, "purge", "policy", "clinic", "--image-days", "1");
        home.clock.advance(Duration.ofDays(9));
        home.change("INSERT INTO amendment_draft (report_id, follows, content, saved_at)"
                + " SELECT report_id, 1, '{}', signed_at FROM signed_report");

        assertTrue(home.run(0, "purge", "--dry-run").contains("images of 1 studies"));
        assertTrue(home.run(1, "purge", "contract-end", "clinic").contains("an amendment that is begun"));
    }

    // [utest->req~report.discard~1]
    @Test
    void aDraftThatWasThrownAwayComesBackOrGoesWithItsSound() throws Exception {
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(PurgedHome.SECOND, "AC8", ReadingPriority.ROUTINE))
                .withText("impression", "Draftwords");
        try (Database database = Database.open(home.config.store(), home.clock)) {
            ReportSamples.save(new Ledger(database, new AuditLog(), home.clock), draft);
            database.change(tx -> tx.update(
                    "UPDATE utterance SET draft_id = ?, delete_from = NULL",
                    draft.id().value()));
        }
        String id = draft.id().value();
        home.run(0, "report", "discard", id, "--by", "1999", "--reason", "wrong study");
        assertEquals(0, home.count("report_draft WHERE report_id = '" + id + "'"));
        try (Database database = Database.open(home.config.store(), home.clock)) {
            ReportSamples.save(new Ledger(database, new AuditLog(), home.clock), draft); // a save that comes late
        }
        assertEquals(0, home.count("report_draft WHERE report_id = '" + id + "'"));
        assertTrue(home.run(0, "report", "drafts").contains("wrong study"));
        home.run(0, "report", "bring-back", id, "--by", "1999");
        assertEquals(1, home.count("report_draft WHERE report_id = '" + id + "'"));
        home.run(0, "report", "discard", id, "--by", "1999", "--reason", "wrong study");

        home.clock.advance(Duration.ofDays(29));
        home.run(0, "purge");
        assertEquals(1, home.count("discarded_draft"));
        assertEquals(0, home.count("utterance WHERE state = 'DELETED'"));
        home.clock.advance(Duration.ofDays(2));
        home.run(0, "purge");

        assertEquals(0, home.count("discarded_draft"));
        assertEquals(1, home.count("utterance WHERE state = 'DELETED'"));
        assertEquals(List.of(), home.found(List.of("Draftwords", "Spokenwords")));
        home.run(2, "report", "bring-back", id, "--by", "1999");
    }
}
