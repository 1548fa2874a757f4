package org.candela.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportedPrior.Whereabouts;
import org.candela.report.check.SignRules;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateException;
import org.candela.report.template.Templates;
import org.candela.store.Database;

/** An invented patient with an invented chest CT, and the desk at which it is reported. */
public final class ReportSamples {
    public static final FacilityId CLINIC = new FacilityId("clinic");
    public static final Uid STUDY = new Uid("2.25.1234567890");
    public static final Uid IMAGE = new Uid("2.25.1234567890.7");
    public static final Uid EARLIER = new Uid("2.25.1234567880");
    public static final Signer SIGNER = new Signer("1999", "Doe", "John");
    public static final LocalDate PRIOR = LocalDate.of(2025, 3, 4);

    /** Few rounds of stretching: these tests are about the rules around a PIN. */
    private static final int FAST = 10;

    private ReportSamples() {}

    public static char[] pin() {
        return "2468".toCharArray();
    }

    public static ReportedStudy study() {
        return study(STUDY, "AC99", ReadingPriority.STAT);
    }

    /** The same as the first examination of its patient. */
    public static ReportedStudy firstStudy() {
        ReportedStudy study = study();
        return new ReportedStudy(
                study.facility(), study.studyInstanceUid(), study.patient(), study.order(), ReportedPriors.NONE);
    }

    public static ReportedStudy study(Uid uid, String accessionNumber, ReadingPriority priority) {
        return new ReportedStudy(
                CLINIC,
                uid,
                new ReportedPatient("Zebedee^Quillon^^Dr^Jr", "MRN123", "CLINIC", "19700101", "F"),
                new ReportedOrder(
                        accessionNumber,
                        "PL55",
                        "71250",
                        "Order^Mary",
                        new ReportedOrder.Examination("CT", "CT CHEST", LocalDateTime.of(2026, 11, 24, 1, 5)),
                        priority),
                new ReportedPriors(List.of(here(PRIOR)), List.of()));
    }

    /** An earlier chest CT that is here. */
    static ReportedPrior here(LocalDate day) {
        return new ReportedPrior(EARLIER, day, "CT chest", "", Whereabouts.HERE);
    }

    /** This sample, knowing of these earlier examinations. */
    public static ReportedStudy study(ReportedPriors priors) {
        ReportedStudy study = study();
        return new ReportedStudy(study.facility(), study.studyInstanceUid(), study.patient(), study.order(), priors);
    }

    public static Template template() {
        try {
            return Templates.shipped().forStudy("CT", "CT CHEST");
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A report that every check passes. */
    public static ReportDraft draft() {
        return draft(study());
    }

    public static ReportDraft draft(ReportedStudy study) {
        return ReportDraft.begin(study, template())
                .withText("comparison", "As in the earlier CT chest.")
                .withText("impression", "No acute disease.");
    }

    public static SignRequest request(ReportDraft draft, SignatureMeaning meaning) {
        SignContext context = new SignContext(
                draft, template(), meaning, List.of(draft.study().studyInstanceUid()));
        return new SignRequest(context, Set.of(), SIGNER.id(), pin());
    }

    public static SignedReport signed(ReportDraft draft, SignatureMeaning meaning, int version, Clock clock) {
        return new SignedReport(
                        draft.id(),
                        version,
                        draft.study(),
                        ReportSection.of(draft, template()),
                        new Signature(SIGNER, meaning, clock.instant()),
                        Lineage.after("", Amendment.NONE),
                        "")
                .sealed();
    }

    public static Ledger ledger(Path folder, Clock clock) throws Exception {
        return new Ledger(Database.open(folder.resolve("candela.db"), clock), new AuditLog(), clock);
    }

    /** The desk with one signer enrolled. */
    public static Signing signing(Ledger ledger, SignedReportListener... listeners) throws Exception {
        return signingBehind(SignGate.OPEN, ledger, listeners);
    }

    /** The same behind a gate. */
    public static Signing signingBehind(SignGate gate, Ledger ledger, SignedReportListener... listeners)
            throws Exception {
        Pins pins = new Pins(ledger, FAST);
        pins.enrol(SIGNER, pin());
        return new Signing(ledger, pins, SignRules.standard(), gate, List.of(listeners));
    }

    static Pins pins(Ledger ledger) {
        return new Pins(ledger, FAST);
    }

    /** Stores the draft as the autosave does. */
    public static void save(Ledger ledger, ReportDraft draft) throws Exception {
        ledger.database()
                .change(tx ->
                        ReportRepository.saveDraft(tx, draft, ledger.clock().instant()));
    }
}
