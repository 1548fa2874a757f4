package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.base.AppPaths;
import org.candela.base.Uid;
import org.candela.cli.Candela;
import org.candela.cli.PurgeCommand;
import org.candela.cli.ReportCommand;
import org.candela.codec.video.FfmpegSearch;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.ReportVerifier;
import org.candela.report.SignatureMeaning;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;

/** A home with two facilities, for tests of what is deleted from it. */
final class PurgedHome {
    static final FacilityId CLINIC = ReportSamples.CLINIC;
    static final FacilityId OTHER = new FacilityId("other");
    static final Uid FIRST = SmallStudies.studyUid(7);
    static final Uid SECOND = SmallStudies.studyUid(8);
    /** Words that stand nowhere but in rows that go. */
    static final List<String> WORDS =
            List.of("Rowname^Quentin", "Orderreason", "Messagewords", "Markwords", "Spokenwords");

    final MovableClock clock = new MovableClock();
    final Path folder;
    final Config config;

    /** Two studies of a clinic with all that came with them, and one of another facility. */
    PurgedHome(Path folder) throws Exception {
        this.folder = folder;
        AppPaths paths = AppPaths.under(folder.resolve("home"));
        config = new Config(paths, "", false, FfmpegSearch.Places.NONE, "1999", 30, 0);
        try (Database database = Database.open(config.store(), clock)) {
            Ledger ledger = new Ledger(database, new AuditLog(), clock);
            Facilities facilities = new Facilities(database, new AuditLog(), clock);
            facilities.add(Facility.of(CLINIC, "County Clinic", URI.create("http://localhost:1")));
            facilities.add(Facility.of(OTHER, "Other", URI.create("http://localhost:1")));
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), paths, clock);
            library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
            library.admit(SmallStudies.write(SmallStudies.slice(8, 0), folder), CLINIC);
            library.admit(SmallStudies.write(SmallStudies.slice(9, 0), folder), OTHER);
            database.change(tx -> {
                row(tx, CLINIC, FIRST, "FINAL");
                row(tx, CLINIC, SECOND, "FINAL");
                row(tx, OTHER, SmallStudies.studyUid(9), "FINAL");
                words(tx, CLINIC, FIRST);
            });
            Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
            sign(ledger, outbox, FIRST, SignatureMeaning.FINAL);
            database.change(tx -> tx.update("UPDATE outbox SET state = 'ACKED'"));
        }
    }

    static ReportDraft sign(Ledger ledger, Outbox outbox, Uid study, SignatureMeaning meaning) throws Exception {
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(study, "AC" + study, ReadingPriority.ROUTINE));
        ReportSamples.save(ledger, draft);
        ReportSamples.signing(ledger, outbox).sign(ReportSamples.request(draft, meaning));
        ledger.database()
                .change(tx -> tx.update(
                        "INSERT OR IGNORE INTO utterance (id, draft_id, started_at, length_ms, is_mended, state, engine,"
                                + " words, delete_from) VALUES ('4b0e1a52-3c1e-4f7e-9d52-6f0c5f0e8a11', ?, '2026-11-24T01:00:00Z', 900,"
                                + " 0, 'TAKEN', 'x', CAST('Spokenwords' AS BLOB), '2026-11-25T00:00:00Z')",
                        draft.id().value()));
        return draft;
    }

    void row(Tx tx, FacilityId facility, Uid study, String state) throws StoreException {
        Instant now = clock.instant();
        tx.update(
                "INSERT OR IGNORE INTO facility_answer (facility_id, answered_at) VALUES (?, ?)",
                facility.value(),
                now);
        tx.update(
                "INSERT INTO reading (facility_id, study_uid, first_seen, state) VALUES (?, ?, ?, ?)",
                facility.value(),
                study,
                now,
                state);
        tx.update(
                "INSERT INTO listed_study (facility_id, study_uid, patient_id, patient_id_issuer, patient_name, patient_sex,"
                        + " accession_number, description, referring_physician, modalities, instance_count, last_listed)"
                        + " VALUES (?, ?, 'ID', '', 'Rowname^Quentin', 'M', ?, '', '', 'CT', 1, ?)",
                facility.value(),
                study,
                "AC" + study,
                now);
    }

    private void words(Tx tx, FacilityId facility, Uid study) throws StoreException {
        Instant now = clock.instant();
        for (int version = 1; version <= 2; version++) {
            tx.update(
                    "INSERT INTO order_version (facility_id, source, order_key, placer, filler, accession,"
                            + " accession_issuer, priority_word, modality, procedure_code, procedure, reason, patient_id,"
                            + " patient_id_issuer, patient_name, patient_sex, patient_state, orderer, orderer_phone,"
                            + " received_at, status, workitem_state, performers) VALUES (?, 'MESSAGE', 'placer 1', '1', '',"
                            + " ?, '', '', '', '', '', 'Orderreason', '', '', 'Rowname^Quentin', '', '', '', '', ?, 'ASKED',"
                            + " '', '')",
                    facility.value(),
                    version == 1 ? "AC" + study : "",
                    now);
        }
        tx.update(
                "INSERT INTO order_current (facility_id, source, order_key, version, placer, filler, received_at)"
                        + " VALUES (?, 'MESSAGE', 'placer 1', 2, '1', '', ?)",
                facility.value(),
                now);
        tx.update(
                "INSERT INTO facility_message (facility_id, name, kind, sender, study_uid, accession, text, received_at)"
                        + " VALUES (?, 'n', 'NOTE', '', ?, '', 'Messagewords', ?)",
                facility.value(),
                study,
                now);
        tx.update(
                "INSERT INTO mark (id, series_uid, kind, sop_instance_uid, frame_index, space, points, text, label_shift,"
                        + " reading, created_at, changed_at) SELECT 'm', uid, 'LENGTH', 'x', 0, 'IMAGE', '', 'Markwords',"
                        + " '', '', ?, ? FROM series WHERE study_uid = ?",
                now,
                now,
                study);
    }

    String run(int exit, String... words) {
        StringWriter said = new StringWriter();
        PurgeDesk desk =
                new PurgeDesk(new Commands(config, clock), new Cards(config, clock), "1999", folder.resolve("tmp"));
        ReportCommand reports = new ReportCommand(config.store(), clock, new Cards(config, clock));
        int ended = Candela.commandLine(() -> 0, List.of(PurgeCommand.commandLine(desk), reports))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(words);
        assertEquals(exit, ended, said.toString());
        return said.toString();
    }

    long count(String from) throws Exception {
        try (Database database = Database.open(config.store(), clock)) {
            return database.read(tx -> tx.one("SELECT count(*) AS n FROM " + from, row -> row.longValue("n"))
                    .orElseThrow());
        }
    }

    void change(String sql) throws Exception {
        try (Database database = Database.open(config.store(), clock)) {
            database.change(tx -> tx.update(sql));
        }
    }

    /** Which of the words stand in the bytes of the store or its journal. */
    List<String> found(List<String> words) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (String file : List.of("candela.db", "candela.db-wal", "candela.db-shm")) {
            Path path = config.paths().home().resolve(file);
            bytes.append(Files.exists(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "");
        }
        return words.stream().filter(word -> bytes.indexOf(word) >= 0).toList();
    }

    void requireWhole() throws Exception {
        try (Database database = Database.open(config.store(), clock)) {
            assertTrue(AuditVerifier.verify(database).isIntact());
            assertEquals(List.of(), ReportVerifier.verify(database).faults());
            assertEquals(0L, (long) database.read(tx ->
                    tx.query("PRAGMA foreign_key_check", row -> 1).stream().count()));
        }
        assertEquals(0, count("purge_pass"));
    }

    Path old(Path file, int days) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(days))));
    }
}
