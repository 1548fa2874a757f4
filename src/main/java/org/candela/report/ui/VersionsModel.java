package org.candela.report.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.CandelaException;
import org.candela.report.Amendment;
import org.candela.report.AmendmentAutosave;
import org.candela.report.ImageFacts;
import org.candela.report.OpenReport;
import org.candela.report.PendingAmendment;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.ReportedStudy;
import org.candela.report.Reports;
import org.candela.report.SignContext;
import org.candela.report.SignFacts;
import org.candela.report.SignFinding;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signer;
import org.candela.report.Signing;
import org.candela.report.VersionDiff;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * The signed versions of one report, what each changed, and the next one: addendum, correction, or withdrawal as of the wrong
 * patient. FX thread only; needs no toolkit.
 */
// [impl->req~report.versions-window~1]
public final class VersionsModel {
    private static final String ADDED = "amendment";

    private final Means means;
    private final DeskWork work;
    private final Messages words = Messages.of(VersionsModel.class);
    private final ObservableList<SignedReport> versions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<VersionDiff.Section>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<OpenReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ObservableList<SignFinding> findings = FXCollections.observableArrayList();
    private final Set<SignFinding> confirmed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Written>> begun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Notice> saving = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private ImageFacts images = ImageFacts.NONE;

    /** What it works with. */
    public record Means(Reports reports, Signing signing, Signer signer, AmendmentAutosave autosave) {}

    /**
     * What the reader has written for the next version.
     *
     * @param texts of the fields, for a correction; else empty
     */
    public record Written(SignatureMeaning meaning, Map<String, String> texts, Amendment amendment) {
        public Written {
            texts = Map.copyOf(texts);
        }

        /** Whether there is nothing that could be lost. */
        boolean isNothing(ReportDraft signed) {
            return amendment.isEmpty()
                    && texts.entrySet().stream()
                            .allMatch(text -> signed.text(text.getKey()).equals(text.getValue()));
        }
    }

    public VersionsModel(Means means, ReportViewModel.Threads threads) {
        this.means = means;
        this.work = new DeskWork(
                threads,
                failure -> notice.set(
                        new Notice(Tone.BAD, words.text("versions.failed", String.valueOf(failure.getMessage())))));
        means.autosave().onSave(problem -> threads.ui().execute(() -> saved(problem)));
    }

    private void saved(String problem) {
        if (!problem.isEmpty()) {
            saving.set(new Notice(Tone.BAD, words.text("versions.not-kept", problem)));
        } else if (!saving.get().equals(Notice.NONE)) {
            saving.set(new Notice(Tone.GOOD, words.text("versions.kept")));
        }
    }

    /** Shows the report of a study, its newest version first. */
    public CompletableFuture<Void> open(ReportedStudy study) {
        return work.run(() -> take(study), this::show);
    }

    /** A report and what was begun to follow its newest version. */
    private record Taken(OpenReport report, Optional<PendingAmendment> begun) {}

    private Taken take(ReportedStudy study) throws CandelaException {
        means.autosave().flush();
        OpenReport open = means.reports().open(study);
        Optional<SignedReport> newest = open.newest();
        return new Taken(
                open,
                newest.isEmpty()
                        ? Optional.empty()
                        : means.autosave()
                                .of(open.draft().id(), newest.orElseThrow().version()));
    }

    /** What was written before and is not signed; set just before {@link #reportProperty}. */
    Optional<Written> begun() {
        return begun.get();
    }

    /** Whether what is written is on the disk. */
    public ReadOnlyObjectProperty<Notice> savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** What the images of the study say, for the checks. */
    public void imagesSay(ImageFacts facts) {
        images = facts;
    }

    /** The reader has written; it is kept within two seconds. */
    // [impl->req~report.amendment-autosave~1]
    public void edited(Written written) {
        report.get().ifPresent(open -> open.newest().ifPresent(newest -> {
            boolean isNothing = written.isNothing(open.draft());
            saving.set(isNothing ? Notice.NONE : new Notice(Tone.NEUTRAL, words.text("versions.keeping")));
            ReportId id = open.draft().id();
            means.autosave()
                    .edited(
                            isNothing
                                    ? PendingAmendment.nothing(id, newest.version())
                                    : new PendingAmendment(
                                            id,
                                            newest.version(),
                                            written.meaning(),
                                            written.texts(),
                                            written.amendment()));
        }));
    }

    private CompletableFuture<Void> forget(ReportId id) {
        saving.set(Notice.NONE);
        return work.run(
                () -> {
                    means.autosave().done(id);
                    return id;
                },
                gone -> {});
    }

    /** The window is left: what was written stands on the disk at once. */
    public CompletableFuture<Void> leave() {
        return work.run(
                () -> {
                    means.autosave().flush();
                    return "";
                },
                kept -> {});
    }

    /** Signed versions, the newest first. */
    public ObservableList<SignedReport> versions() {
        return versions;
    }

    /** The report as it was taken up; empty until it is here. */
    public ReadOnlyObjectProperty<Optional<OpenReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The chosen version against the one before it. */
    public ReadOnlyObjectProperty<List<VersionDiff.Section>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Outcome of the last act. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What stood against the last try to sign. */
    public ObservableList<SignFinding> findings() {
        return findings;
    }

    /** One line about a version. */
    public String line(SignedReport version) {
        return words.text(
                "versions.line",
                Integer.toString(version.version()),
                words.text("versions.meaning." + version.meaning()),
                version.signature().signer().printedName(),
                version.signature().signedAt().toString().substring(0, 16).replace('T', ' '));
    }

    /** Shows a version against the one before it; the first one against nothing. */
    public void choose(SignedReport version) {
        SignedReport before = versions.stream()
                .filter(one -> one.version() == version.version() - 1)
                .findFirst()
                .orElse(version);
        shown.set(VersionDiff.between(before, version));
    }

    /** The reader has seen the warnings and signs in spite of them. */
    public void confirmWarnings() {
        confirmed.addAll(findings);
    }

    /** Signs the next version; {@code pin} is wiped. */
    public CompletableFuture<Void> sign(Written written, char[] pin) {
        Optional<OpenReport> open = report.get().filter(found -> found.newest().isPresent());
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        SignRequest request = new SignRequest(
                context(open.orElseThrow(), written), confirmed, means.signer().id(), pin);
        notice.set(new Notice(Tone.NEUTRAL, words.text("versions.signing")));
        ReportedStudy study = open.orElseThrow().draft().study();
        return work.run(() -> means.signing().sign(request), result -> signed(result, study));
    }

    private SignContext context(OpenReport open, Written written) {
        ReportDraft draft = open.draft();
        Template template = open.template();
        if (written.meaning() == SignatureMeaning.CORRECTED) {
            for (Map.Entry<String, String> text : written.texts().entrySet()) {
                draft = draft.withText(text.getKey(), text.getValue());
            }
        } else {
            template = added(template);
            draft = draft.withText(ADDED, written.amendment().text());
        }
        return new SignContext(
                draft,
                template,
                written.meaning(),
                List.of(draft.study().studyInstanceUid()),
                SignFacts.NONE.withImages(images).withAmendment(written.amendment()));
    }

    /** What is added or said of a withdrawal is checked by itself: the text above it is signed already. */
    private static Template added(Template template) {
        TemplateField field =
                new TemplateField(ADDED, "", TemplateField.Content.of(TemplateField.Kind.PROSE), "", true);
        return new Template(
                "urn:candela:amendment",
                SignedReport.ADDENDUM,
                template.modality(),
                Set.of(),
                List.of(new TemplateSection(SignedReport.ADDENDUM, true, List.of(field))));
    }

    private void signed(SignResult result, ReportedStudy study) {
        findings.setAll(result.match(
                signed -> List.<SignFinding>of(),
                SignResult.Unready::findings,
                refused -> List.of(),
                other -> List.of()));
        notice.set(result.match(
                signed -> new Notice(
                        Tone.GOOD,
                        words.text(
                                "versions.signed",
                                words.text("versions.meaning." + signed.report().meaning()))),
                unready -> new Notice(Tone.BAD, words.text("versions.unready")),
                refused -> new Notice(Tone.BAD, words.text("versions.pin")),
                other -> new Notice(
                        Tone.BAD,
                        words.text("versions.superseded", words.text("versions.meaning." + other.existing())))));
        if (result instanceof SignResult.Signed) {
            var unused = forget(report.get().orElseThrow().draft().id()).thenCompose(gone -> open(study));
        }
    }

    private void show(Taken taken) {
        OpenReport opened = taken.report();
        confirmed.clear();
        begun.set(taken.begun().map(pending -> new Written(pending.meaning(), pending.texts(), pending.amendment())));
        if (taken.begun().isPresent()) {
            notice.set(new Notice(Tone.NEUTRAL, words.text("versions.begun")));
        }
        versions.setAll(opened.versions().stream()
                .sorted((one, other) -> other.version() - one.version())
                .collect(Collectors.toList()));
        report.set(Optional.of(opened));
        opened.newest().ifPresentOrElse(this::choose, () -> {
            shown.set(List.of());
            notice.set(new Notice(Tone.NEUTRAL, words.text("versions.none")));
        });
    }
}
