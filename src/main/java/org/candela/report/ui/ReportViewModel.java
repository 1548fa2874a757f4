package org.candela.report.ui;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.report.DraftAutosave.SaveStanding;
import org.candela.report.LinkedMeasurement;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportedStudy;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.TemplateField;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * State of the report desk. FX thread only; needs no toolkit.
 *
 * <p>One report is on the desk; drafts of others stay open beneath it and come back as they were left.
 */
// [impl->req~report.desk~1]
public final class ReportViewModel {
    private final ReportServices services;
    private final DeskWork work;
    private final DeliveryList deliveries;
    private final Clock clock;
    private final Messages words = Messages.of(ReportViewModel.class);
    private final SignNotices notices;
    private final DraftFields fields = new DraftFields(this::edited);
    private final ComparisonEntry comparison = new ComparisonEntry();

    private final ReadOnlyObjectWrapper<Optional<OpenReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SignFinding> findings = FXCollections.observableArrayList();
    private final Set<SignFinding> confirmed = new HashSet<>();
    private final ObservableList<ReportDraft> otherDrafts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyObjectWrapper<Notice> saving = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyBooleanWrapper isReadOnly = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper isFinal = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper measurementText = new ReadOnlyStringWrapper("");

    private Optional<LinkedMeasurement> measurement = Optional.empty();
    private List<Uid> studiesOnScreen = List.of();
    private SignatureMeaning intended = SignatureMeaning.FINAL;
    private SaveMark saveMark = SaveMark.UNTOUCHED;
    private long generation;
    private Consumer<ReportedStudy> takingUp = study -> {};
    private Runnable signedListener = () -> {};

    /**
     * Where work is done.
     *
     * @param io for the disk and the stretching of the PIN
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    public ReportViewModel(ReportServices services, Threads threads, Clock clock) {
        this.services = services;
        this.clock = clock;
        this.notices = new SignNotices(words, clock, findings);
        this.work = new DeskWork(threads, failure -> notice.set(notices.ofFailure(failure)));
        this.deliveries =
                new DeliveryList(new DeliveryList.Means(services.deliveries(), work, clock, words), () -> report.get()
                        .map(open -> open.draft().id()));
        services.autosave().onSave(standing -> threads.ui().execute(() -> saved(standing)));
        services.deliveries().onChange(() -> threads.ui().execute(deliveries::refresh));
    }

    /** Puts the report of a study on the desk: its draft as it was left, or a new one. The newest request wins. */
    public CompletableFuture<Void> open(ReportedStudy study) {
        long requested = ++generation;
        return work.run(() -> asLastTyped(study), found -> {
            if (requested == generation) {
                show(found);
            }
        });
    }

    /** What was typed a moment ago may not be on the disk yet when the same study is opened again. */
    private OpenReport asLastTyped(ReportedStudy study) throws CandelaException {
        services.autosave().flush();
        return services.reports().open(study);
    }

    /** Looks for reports that an earlier session left unfinished; to be called once the desk is shown. */
    // [impl->req~report.unfinished~1]
    public CompletableFuture<Void> lookForUnfinished() {
        return work.run(
                () -> services.reports().unsignedDrafts(),
                drafts -> otherDrafts.setAll(drafts.stream()
                        .filter(draft -> report.get()
                                .filter(open -> open.draft().id().equals(draft.id()))
                                .isEmpty())
                        .toList()));
    }

    /** Who opens the study of another unfinished report: its images and its report come to the desk together. */
    public void onTakeUp(Consumer<ReportedStudy> opener) {
        takingUp = opener;
    }

    /** Told after each signature. */
    public void onSigned(Runnable listener) {
        signedListener = listener;
    }

    /** The reader wants to go on with another unfinished report. */
    void takeUp(ReportDraft draft) {
        takingUp.accept(draft.study());
    }

    /** Tells why there is no report for the study on the screens. */
    public void refuse(CandelaException reason) {
        close();
        notice.set(new Notice(Tone.BAD, String.valueOf(reason.getMessage())));
    }

    /** Clears the desk; the draft is kept. */
    public void close() {
        generation++;
        fields.clear();
        report.set(Optional.empty());
        isReadOnly.set(true);
        findings.clear();
        deliveries.rows().clear();
        notice.set(Notice.NONE);
        saving.set(Notice.NONE);
        refreshOtherDrafts();
    }

    /** The report on the desk as it was taken up; empty when there is none. A new value means other fields. */
    public ReadOnlyObjectProperty<Optional<OpenReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The text of one field of the report on the desk; writing to it is an edit. */
    public StringProperty textProperty(String fieldId) {
        return fields.text(fieldId);
    }

    /** Whether the report can only be read: it is final, is being signed, or there is none. */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return isReadOnly.getReadOnlyProperty();
    }

    /** Whether the report on the desk has its final version. */
    public ReadOnlyBooleanProperty finalProperty() {
        return isFinal.getReadOnlyProperty();
    }

    /** What stands against the signature last intended, a final one at first, and what warns. */
    public ObservableList<SignFinding> findings() {
        return findings;
    }

    /** Whether the reader has confirmed a warning. */
    public boolean isConfirmed(SignFinding finding) {
        return confirmed.contains(finding);
    }

    /** The reader has seen a warning and will sign in spite of it, or takes that back. */
    public void toggleConfirmed(SignFinding finding) {
        if (!confirmed.remove(finding)) {
            confirmed.add(finding);
        }
    }

    /** The signed versions on their way, oldest first. */
    public ObservableList<DeliveryRow> deliveries() {
        return deliveries.rows();
    }

    /** Unfinished reports other than the one on the desk, the one worked on last first. */
    public ObservableList<ReportDraft> otherDrafts() {
        return otherDrafts;
    }

    /** Outcome of the last act. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether what is typed is on disk, and since when. */
    public ReadOnlyObjectProperty<Notice> savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** The measurement that would be inserted; empty when none was made. */
    public ReadOnlyStringProperty measurementProperty() {
        return measurementText.getReadOnlyProperty();
    }

    /** Which speech engine there is, or why there is none. */
    public String speech() {
        return words.text("report.voice", services.speech().standing());
    }

    /** A measurement was made in the viewer; {@link #insertMeasurement} takes the newest. */
    public void measurementMade(LinkedMeasurement made) {
        measurement = Optional.of(made);
        measurementText.set(made.text());
    }

    /** What was measured belongs to images that have gone. */
    public void measurementGone() {
        measurement = Optional.empty();
        measurementText.set("");
    }

    /** The studies that the screens show, for the check that the report is about one of them. */
    public void studiesOnScreen(List<Uid> studies) {
        studiesOnScreen = List.copyOf(studies);
        check();
    }

    /**
     * Writes the newest measurement into a field at {@code position} (characters from its start), linked to its image.
     *
     * @return the position after it; {@code position} when there is nothing to insert or the field offers choices only
     */
    public int insertMeasurement(String fieldId, int position) {
        Optional<TemplateField> field = templateFields().stream()
                .filter(candidate -> candidate.id().equals(fieldId))
                .filter(candidate -> candidate.content().kind() != TemplateField.Kind.CHOICE)
                .findFirst();
        if (isReadOnly.get() || measurement.isEmpty() || field.isEmpty()) {
            return position;
        }
        LinkedMeasurement made = measurement.orElseThrow();
        return fields.insert(
                fieldId, position, made.textIn(field.orElseThrow().content().unit()), made);
    }

    /** Writes under Comparison what was compared and what is known and not here; where, or empty when it cannot. */
    public Optional<String> insertComparison() {
        return isReadOnly.get() ? Optional.empty() : context().flatMap(open -> comparison.write(open, fields));
    }

    /** The first field after {@code fieldId} that still waits for the reader, going round; empty when none does. */
    public Optional<String> nextUnfilled(String fieldId) {
        List<TemplateField> all = templateFields();
        int from = 0;
        while (from < all.size() - 1 && !all.get(from).id().equals(fieldId)) {
            from++;
        }
        for (int step = 1; step <= all.size(); step++) {
            TemplateField field = all.get((from + step) % all.size());
            if (field.isUnfilled(textProperty(field.id()).get())) {
                return Optional.of(field.id());
            }
        }
        return Optional.empty();
    }

    /** Who signs here, as printed. */
    public String signerName() {
        return services.signer().printedName();
    }

    /** Signs the report on the desk; {@code pin} is wiped. The outcome is the notice. */
    public CompletableFuture<Void> sign(SignatureMeaning meaning, char[] pin) {
        intended = meaning;
        check();
        Optional<SignContext> context = context();
        if (context.isEmpty() || isReadOnly.get()) {
            return CompletableFuture.completedFuture(null);
        }
        SignRequest request = new SignRequest(
                context.orElseThrow(), confirmed, services.signer().id(), pin);
        isReadOnly.set(true);
        notice.set(new Notice(Tone.NEUTRAL, words.text("report.sign.busy")));
        return work.run(() -> services.signing().sign(request), this::signed).thenRun(this::allowAnotherTry);
    }

    /** Sends a refused or parked version again. */
    public CompletableFuture<Void> retryDelivery(int version) {
        return deliveries.retry(version);
    }

    /** Lets ages move on; to be called every second. */
    public void tick() {
        showSaving();
        deliveries.tick();
    }

    private void show(OpenReport opened) {
        confirmed.clear();
        intended = SignatureMeaning.FINAL;
        saveMark = SaveMark.UNTOUCHED;
        fields.fill(opened.draft());
        isReadOnly.set(opened.isFinal());
        isFinal.set(opened.isFinal());
        report.set(Optional.of(opened));
        notice.set(opened.isFinal() ? new Notice(Tone.GOOD, words.text("report.sign.is-final")) : Notice.NONE);
        deliveries.rows().clear();
        showSaving();
        check();
        deliveries.refresh();
        refreshOtherDrafts();
    }

    private void edited(ReportDraft draft) {
        saveMark = saveMark.waiting();
        services.autosave().edited(draft);
        showSaving();
        check();
    }

    private void saved(SaveStanding standing) {
        boolean isOnDesk = fields.draft().filter(standing.draft()::equals).isPresent();
        if (isOnDesk || (!standing.isSaved() && report.get().isPresent())) {
            SaveMark.State state = standing.isSaved() ? SaveMark.State.SAVED : SaveMark.State.FAILED;
            saveMark = new SaveMark(state, standing.at(), standing.problem());
            showSaving();
        }
    }

    private void signed(SignResult result) {
        intended =
                result.match(signed -> SignatureMeaning.FINAL, other -> intended, other -> intended, other -> intended);
        result.match(this::sealed, other -> false, other -> false, other -> false);
        isReadOnly.set(isFinal.get());
        notice.set(notices.of(result));
        check();
        deliveries.refresh();
        refreshOtherDrafts();
    }

    /** A failure of the store is no outcome of signing; the desk must not stay locked over it. */
    private void allowAnotherTry() {
        if (notice.get().tone() == Tone.BAD) {
            isReadOnly.set(false);
        }
    }

    /** What was signed was saved in the same transaction. */
    private boolean sealed(SignResult.Signed signed) {
        saveMark =
                new SaveMark(SaveMark.State.SAVED, signed.report().signature().signedAt(), "");
        isFinal.set(signed.report().meaning() == SignatureMeaning.FINAL);
        showSaving();
        signedListener.run();
        return isFinal.get();
    }

    private void check() {
        List<SignFinding> found =
                context().map(services.signing().checks()::check).orElse(List.of());
        if (!findings.equals(found)) {
            findings.setAll(found);
            confirmed.retainAll(found);
        }
    }

    private Optional<SignContext> context() {
        return report.get().flatMap(open -> fields.draft()
                .map(draft -> new SignContext(draft, open.template(), intended, studiesOnScreen)));
    }

    private void showSaving() {
        saving.set(
                report.get().isEmpty() || isFinal.get()
                        ? Notice.NONE
                        : new Notice(saveMark.tone(), saveMark.text(words, clock.instant())));
    }

    private void refreshOtherDrafts() {
        var unused = lookForUnfinished();
    }

    private List<TemplateField> templateFields() {
        return report.get().map(open -> open.template().fields()).orElse(List.of());
    }
}
