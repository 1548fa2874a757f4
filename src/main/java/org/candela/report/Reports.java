package org.candela.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.report.template.PatientAge;
import org.candela.report.template.StudyKind;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateSupply;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Drafts and signed versions on this workstation. Safe from any thread; blocks on the disk. */
public final class Reports {
    private final Database database;
    private final TemplateSupply templates;
    private volatile List<Template> atHand = List.of();

    public Reports(Database database, TemplateSupply templates) {
        this.database = database;
        this.templates = templates;
    }

    /** The report of a study: the draft that was left, or a new one on the template that suits the study. */
    public OpenReport open(ReportedStudy study) throws StoreException {
        return database.read(tx -> {
            atHand = templates.at(tx, study.facilityName()).all();
            Optional<ReportDraft> kept = ReportRepository.draftOf(tx, study);
            ReportDraft draft = kept.isPresent() ? kept.orElseThrow().knowing(study.priors()) : begin(tx, study);
            return new OpenReport(draft, templateOf(tx, draft), ReportRepository.versions(tx, draft.id()));
        });
    }

    /** All templates at hand for the report that was taken up last, in a fixed order. Does not wait. */
    public List<Template> templates() {
        return atHand;
    }

    /** Drafts that have no final version, the one worked on last first: unfinished work to show at the end of a shift. */
    public List<ReportDraft> unsignedDrafts() throws StoreException {
        return database.read(ReportRepository::unsignedDrafts);
    }

    /** Reports whose text may belong to {@code right}: withdrawn ones and written drafts of other studies, the newest first. */
    // [impl->req~report.carry~1]
    public List<CarriedReport> carriable(ReportedStudy right) throws StoreException {
        return database.read(tx -> {
            List<CarriedReport> found = new ArrayList<>();
            for (SignedReport withdrawn : ReportRepository.withdrawn(tx)) {
                found.add(new CarriedReport(withdrawn.study(), true, withdrawn.sections()));
            }
            for (ReportDraft draft : ReportRepository.unsignedDrafts(tx)) {
                Optional<Template> template = templates.version(tx, draft.templateId());
                template.filter(form -> !draft.texts().equals(ReportDraft.initialTexts(form)))
                        .map(form -> new CarriedReport(draft.study(), false, ReportSection.of(draft, form)))
                        .filter(written -> !written.sections().isEmpty())
                        .ifPresent(found::add);
            }
            found.removeIf(one -> one.study().studyInstanceUid().equals(right.studyInstanceUid())
                    && one.study().facility().equals(right.facility()));
            return List.copyOf(found);
        });
    }

    /** Studies of which an amendment is begun and not signed. */
    public Map<Uid, FacilityId> amendedStudies() throws StoreException {
        return database.read(AmendmentRepository::studies);
    }

    /** Reports with a signed version, in the order of their first signature. */
    public List<ReportId> signed() throws StoreException {
        return database.read(ReportRepository::signedIds);
    }

    /** All signed versions, oldest first; each was checked against its hash. */
    public List<SignedReport> versions(ReportId id) throws StoreException {
        return database.read(tx -> ReportRepository.versions(tx, id));
    }

    /** Reports for a facility with a final version signed from {@code from} to before {@code until}, in that order. */
    public List<ReportId> finalsOf(FacilityId facility, Instant from, Instant until) throws StoreException {
        return database.read(tx -> ReportRepository.finalsOf(tx, facility, from, until));
    }

    /** All signed versions of the report of a study, oldest first; each was checked against its hash. */
    public List<SignedReport> versionsOf(FacilityId facility, Uid study) throws StoreException {
        return database.read(tx -> ReportRepository.versionsOf(tx, facility, study));
    }

    /** All signed versions, oldest first, within a transaction of the caller; each was checked against its hash. */
    public static List<SignedReport> versions(Tx tx, ReportId id) throws StoreException {
        return ReportRepository.versions(tx, id);
    }

    /** One signed version, within a transaction of the caller. */
    public static Optional<SignedReport> version(Tx tx, ReportId id, int version) throws StoreException {
        return ReportRepository.versions(tx, id).stream()
                .filter(report -> report.version() == version)
                .findFirst();
    }

    private ReportDraft begin(Tx tx, ReportedStudy study) throws StoreException {
        return ReportDraft.begin(study, templates.at(tx, study.facilityName()).forStudy(kind(study)));
    }

    /** What of a study decides on templates and macros. */
    public static StudyKind kind(ReportedStudy study) {
        ReportedOrder.Examination examination = study.order().examination();
        PatientAge age = PatientAge.on(
                examination.performedAt().toLocalDate(), study.patient().birthDate());
        return new StudyKind(
                examination.modality(),
                examination.description(),
                "",
                study.patient().sex(),
                age);
    }

    private Template templateOf(Tx tx, ReportDraft draft) throws StoreException {
        return templates
                .version(tx, draft.templateId())
                .orElseThrow(() -> new StoreException(
                        "report.template-gone", "draft " + draft.id() + " needs template " + draft.templateId()));
    }
}
