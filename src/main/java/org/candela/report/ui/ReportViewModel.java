package org.candela.report.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.report.DraftAutosave.SaveStanding;
import org.candela.report.ImageFacts;
import org.candela.report.LinkedMeasurement;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportedStudy;
import org.candela.report.SignFinding;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * State of the report desk: puts reports on it and takes them off; its parts have models of their own. FX thread only;
 * needs no toolkit.
 *
 * <p>One report is on the desk; drafts of others stay open beneath it and come back as they were left.
 */
// [impl->req~report.desk~1]
public final class ReportViewModel {
    private final ReportServices services;
    private final DeskWork work;
    final Clock clock;
    final Messages words = Messages.of(ReportViewModel.class);
    private final DeskState desk;
    private final FieldsModel fields;
    final FieldMarks marks;
    private final SpellingModel spelling;
    final TemplatesModel templates;
    final MacroModel macros;
    private final SpokenActs acts;
    private final SpokenInput spoken;
    private final SignNotices notices;
    private final DeliveryList deliveries;
    private final SavingModel saving;
    final SigningModel signing;
    final DraftsModel drafts;
    final CarryModel carry;
    private final MeasurementModel measurement;
    private final ComparisonEntry comparison = new ComparisonEntry();
    private long generation;
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
        this.desk = new DeskState(new DraftFields(this::edited, clock));
        this.measurement = new MeasurementModel(desk);
        this.clock = clock;
        this.fields = new FieldsModel(desk);
        this.macros = new MacroModel(desk);
        this.templates = new TemplatesModel(desk, fields, services.reports(), words);
        this.acts = new SpokenActs(desk, fields, new VoiceEntries(this), words, clock);
        this.spoken = new SpokenInput(desk, threads.ui(), macros::names, acts);
        acts.hear(spoken);
        this.saving = new SavingModel(desk, words, clock);
        this.work = new DeskWork(threads, this::failed);
        this.spelling = new SpellingModel(desk, threads, work, words);
        this.marks = new FieldMarks(desk, spelling);
        this.signing = new SigningModel(
                desk,
                new SigningModel.Means(services.signing(), services.signer().id(), work, words, this::signed));
        acts.onConfirm(signing::confirmNext);
        this.notices = new SignNotices(words, clock, signing.findings());
        this.drafts = new DraftsModel(desk, services.reports(), work, words);
        this.carry = new CarryModel(desk, services.reports(), work, words, signing);
        this.deliveries = new DeliveryList(
                new DeliveryList.Means(services.deliveries(), work, clock, words),
                () -> desk.report.get().map(open -> open.draft().id()));
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
    public CompletableFuture<Void> lookForUnfinished() {
        return drafts.refresh();
    }

    /** Who opens the study of another unfinished report: its images and its report come to the desk together. */
    public void onTakeUp(Consumer<ReportedStudy> opener) {
        drafts.onTakeUp(opener);
    }

    /** Told after each signature. */
    public void onSigned(Runnable listener) {
        signedListener = listener;
    }

    /** Tells why there is no report for the study on the screens. */
    public void refuse(CandelaException reason) {
        close();
        desk.notice.set(new Notice(Tone.BAD, String.valueOf(reason.getMessage())));
    }

    /** Clears the desk; the draft is kept. */
    public void close() {
        generation++;
        desk.fields().clear();
        desk.report.set(Optional.empty());
        desk.isReadOnly.set(true);
        spoken.rest();
        signing.clear();
        deliveries.rows().clear();
        desk.notice.set(Notice.NONE);
        saving.clear();
        refreshOtherDrafts();
    }

    /** The report on the desk as it was taken up; empty when there is none. A new value means other fields. */
    public ReadOnlyObjectProperty<Optional<OpenReport>> reportProperty() {
        return desk.report.getReadOnlyProperty();
    }

    /** The text of one field of the report on the desk; writing to it is an edit. */
    public StringProperty textProperty(String fieldId) {
        return desk.fields().text(fieldId);
    }

    /** Whether the report can only be read: it is final, is being signed, or there is none. */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return desk.isReadOnly.getReadOnlyProperty();
    }

    /** Whether the report on the desk has its final version. */
    public ReadOnlyBooleanProperty finalProperty() {
        return desk.isFinal.getReadOnlyProperty();
    }

    /** What stands against the signature last intended, a final one at first, and what warns. */
    public ObservableList<SignFinding> findings() {
        return signing.findings();
    }

    /** Whether the reader has confirmed a warning. */
    public boolean isConfirmed(SignFinding finding) {
        return signing.isConfirmed(finding);
    }

    /** The reader has seen a warning and will sign in spite of it, or takes that back. */
    public void toggleConfirmed(SignFinding finding) {
        signing.toggleConfirmed(finding);
    }

    /** The signed versions on their way, oldest first. */
    public ObservableList<DeliveryRow> deliveries() {
        return deliveries.rows();
    }

    /** Unfinished reports other than the one on the desk, the one worked on last first. */
    public ObservableList<ReportDraft> otherDrafts() {
        return drafts.others();
    }

    /** Outcome of the last act. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return desk.notice.getReadOnlyProperty();
    }

    /** Whether what is typed is on disk, and since when. */
    public ReadOnlyObjectProperty<Notice> savingProperty() {
        return saving.property();
    }

    /** The measurement that would be inserted; empty when none was made. */
    public ReadOnlyStringProperty measurementProperty() {
        return measurement.text();
    }

    /** Which speech engine there is, or why there is none. */
    public String speech() {
        return words.text("report.voice", services.speech().standing());
    }

    /** A measurement was made in the viewer; {@link #insertMeasurement} takes the newest. */
    public void measurementMade(LinkedMeasurement made) {
        measurement.made(made);
    }

    /** A length was drawn on an image of an earlier examination, which a command may write beside the newest of this one. */
    public void earlierMeasured(LinkedMeasurement made, Uid study) {
        measurement.madeEarlier(made, study);
    }

    /** What was measured belongs to images that have gone. */
    public void measurementGone() {
        measurement.gone();
    }

    /** The studies that the screens show, for the check that the report is about one of them. */
    public void studiesOnScreen(List<Uid> studies) {
        signing.studiesOnScreen(studies);
    }

    /** What the images of the report on the desk say of themselves, until it leaves. */
    public void imagesSay(ImageFacts facts) {
        signing.imagesSay(facts);
    }

    /**
     * Writes the newest measurement into a field at {@code position} (characters from its start), linked to its image.
     *
     * @return the position after it; {@code position} when there is nothing to insert or the field offers choices only
     */
    public int insertMeasurement(String fieldId, int position) {
        return measurement.insert(fieldId, position);
    }

    /** Writes under Comparison what was compared and what is known and not here; where, or empty when it cannot. */
    public Optional<String> insertComparison() {
        return desk.isReadOnly.get()
                ? Optional.empty()
                : signing.context().flatMap(open -> comparison.write(open, desk.fields()));
    }

    /** The first field after {@code fieldId} that still waits for the reader, going round; empty when none does. */
    public Optional<String> nextUnfilled(String fieldId) {
        return fields.nextUnfilled(fieldId);
    }

    /** What is said, on its way into the report. */
    public SpokenInput spoken() {
        return spoken;
    }

    /** The command that was heard last. */
    public ReadOnlyObjectProperty<Heard> heardProperty() {
        return acts.heard();
    }

    /** Where the reader writes, or was when the hands went elsewhere. */
    public ReadOnlyObjectProperty<WritingPlace> placeProperty() {
        return desk.fields().place();
    }

    /** The draft on the desk as it stands now. */
    public Optional<ReportDraft> draft() {
        return desk.draft();
    }

    /** Where the texts are from that are put in by name and shortcut. */
    public void onMacros(Supplier<List<ReadyMacro>> source) {
        macros.of(source);
    }

    /** What opens the record of a critical result. */
    public void onCritical(Runnable opening) {
        acts.onCritical(opening);
    }

    /** What shows the image that a measurement of the report was made on. */
    public void onShowImage(Consumer<LinkedMeasurement> showing) {
        marks.onShow(showing);
    }

    /** Words that no dictionary knows. */
    public SpellingModel spelling() {
        return spelling;
    }

    MeasurementModel measurements() {
        return measurement;
    }

    DeskState desk() {
        return desk;
    }

    FieldsModel fields() {
        return fields;
    }

    SpokenActs acts() {
        return acts;
    }

    /** Who signs here, as printed. */
    public String signerName() {
        return services.signer().printedName();
    }

    /** Signs the report on the desk; {@code pin} is wiped. The outcome is the notice. */
    public CompletableFuture<Void> sign(SignatureMeaning meaning, char[] pin) {
        return signing.sign(meaning, pin);
    }

    /** Sends a refused or parked version again. */
    public CompletableFuture<Void> retryDelivery(int version) {
        return deliveries.retry(version);
    }

    /** Lets ages move on; to be called every second. */
    public void tick() {
        saving.show();
        deliveries.tick();
    }

    private void show(OpenReport opened) {
        desk.fields().fill(opened.draft());
        desk.isReadOnly.set(opened.isFinal());
        desk.isFinal.set(opened.isFinal());
        desk.report.set(Optional.of(opened));
        fields.begin();
        aim(opened);
        desk.notice.set(opened.isFinal() ? new Notice(Tone.GOOD, words.text("report.sign.is-final")) : Notice.NONE);
        deliveries.rows().clear();
        saving.begin();
        signing.begin();
        deliveries.refresh();
        refreshOtherDrafts();
    }

    private void aim(OpenReport opened) {
        if (opened.isFinal()) {
            spoken.rest();
        } else {
            spoken.aim(opened.draft());
        }
    }

    private void saved(SaveStanding standing) {
        saving.saved(standing);
        boolean isOnDesk = desk.draft()
                .filter(draft -> draft.id().equals(standing.draft().id()))
                .isPresent();
        if (standing.isSaved() && isOnDesk) {
            spoken.saved(standing.draft());
        }
    }

    private void edited(ReportDraft draft) {
        templates.follow(draft);
        services.autosave().edited(draft);
        saving.edited();
        signing.check();
    }

    private void failed(Throwable failure) {
        desk.notice.set(notices.ofFailure(failure));
    }

    private void signed(SignResult result) {
        result.match(this::sealed, other -> false, other -> false, other -> false);
        desk.notice.set(notices.of(result));
        deliveries.refresh();
        refreshOtherDrafts();
    }

    private boolean sealed(SignResult.Signed signed) {
        desk.isFinal.set(signed.report().meaning() == SignatureMeaning.FINAL);
        if (desk.isFinal.get()) {
            spoken.rest();
        }
        saving.signed(signed.report().signature().signedAt());
        signedListener.run();
        return desk.isFinal.get();
    }

    private void refreshOtherDrafts() {
        var unused = lookForUnfinished();
    }
}
