package org.candela.report.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Uid;
import org.candela.report.DictatedWord;
import org.candela.report.DoubtfulWord;
import org.candela.report.ImageFacts;
import org.candela.report.ReportDraft;
import org.candela.report.SignContext;
import org.candela.report.SignFacts;
import org.candela.report.SignFinding;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.Signing;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/** What stands against a signature, what the reader confirmed, and the signature itself. FX thread. */
final class SigningModel {
    private final DeskState desk;
    private final Means means;
    private final ObservableList<SignFinding> findings = FXCollections.observableArrayList();
    private final Set<SignFinding> confirmed = new HashSet<>();
    private final ReadOnlyLongWrapper confirmations = new ReadOnlyLongWrapper();
    private List<Uid> studiesOnScreen = List.of();
    private ImageFacts images = ImageFacts.NONE;
    private SignatureMeaning intended = SignatureMeaning.FINAL;

    /**
     * What it is done with.
     *
     * @param done told after each signature, with the version that was signed
     */
    record Means(Signing signing, String signerId, DeskWork work, Messages words, Listener done) {}

    /** Told of outcomes. */
    interface Listener {
        /** The attempt is over; the state of the desk says how. */
        void ended(SignResult result);
    }

    SigningModel(DeskState desk, Means means) {
        this.desk = desk;
        this.means = means;
    }

    ObservableList<SignFinding> findings() {
        return findings;
    }

    boolean isConfirmed(SignFinding finding) {
        return confirmed.contains(finding);
    }

    void toggleConfirmed(SignFinding finding) {
        if (!confirmed.remove(finding)) {
            confirmed.add(finding);
        }
        confirmations.set(confirmations.get() + 1);
    }

    /** Another number whenever a warning was confirmed, or that was taken back. */
    ReadOnlyLongProperty confirmations() {
        return confirmations.getReadOnlyProperty();
    }

    /** The first warning, in the order shown, that is not confirmed. */
    Optional<SignFinding> nextWarning() {
        return findings.stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.WARN)
                .filter(finding -> !confirmed.contains(finding))
                .findFirst();
    }

    /** Confirms the first warning that waits, and tells which: none is confirmed by a voice that was not told. */
    // [impl->req~report.voice-checks~1]
    Notice confirmNext() {
        Optional<SignFinding> next = nextWarning();
        next.ifPresent(this::toggleConfirmed);
        Messages told = means.words();
        return next.map(finding -> new Notice(Tone.GOOD, told.text("report.heard.confirmed", finding.message())))
                .orElseGet(() -> new Notice(Tone.CAUTION, told.text("report.heard.no-warning")));
    }

    /** Another report is on the desk. */
    void begin() {
        confirmed.clear();
        intended = SignatureMeaning.FINAL;
        check();
    }

    void clear() {
        images = ImageFacts.NONE;
        findings.clear();
    }

    void studiesOnScreen(List<Uid> studies) {
        studiesOnScreen = List.copyOf(studies);
        check();
    }

    void imagesSay(ImageFacts facts) {
        images = facts;
        check();
    }

    void check() {
        List<SignFinding> found = context().map(means.signing().checks()::check).orElse(List.of());
        if (!findings.equals(found)) {
            findings.setAll(found);
            confirmed.retainAll(found);
        }
    }

    Optional<SignContext> context() {
        return desk.report.get().flatMap(open -> desk.fields()
                .draft()
                .map(draft -> new SignContext(draft, open.template(), intended, studiesOnScreen, facts(draft))));
    }

    private SignFacts facts(ReportDraft draft) {
        return SignFacts.NONE
                .withImages(images)
                .withDoubtfulWords(draft.dictated().stream()
                        .filter(word -> word.confidence() < DictatedWord.SURE)
                        .map(word -> new DoubtfulWord(
                                word.fieldId(), word.span(), word.word(), word.confidence(), word.isSeen()))
                        .toList());
    }

    /** Signs the report on the desk; {@code pin} is wiped. */
    CompletableFuture<Void> sign(SignatureMeaning meaning, char[] pin) {
        intended = meaning;
        check();
        Optional<SignContext> context = context();
        if (context.isEmpty() || desk.isReadOnly.get()) {
            return CompletableFuture.completedFuture(null);
        }
        SignRequest request = new SignRequest(context.orElseThrow(), confirmed, means.signerId(), pin);
        desk.isReadOnly.set(true);
        desk.notice.set(new Notice(Tone.NEUTRAL, means.words().text("report.sign.busy")));
        return means.work()
                .run(() -> means.signing().sign(request), this::signed)
                .thenRun(this::allowAnotherTry);
    }

    private void signed(SignResult result) {
        intended =
                result.match(signed -> SignatureMeaning.FINAL, other -> intended, other -> intended, other -> intended);
        means.done().ended(result);
        desk.isReadOnly.set(desk.isFinal.get());
        check();
    }

    /** A failure of the store is no outcome of signing; the desk must not stay locked over it. */
    private void allowAnotherTry() {
        if (desk.notice.get().tone() == Tone.BAD) {
            desk.isReadOnly.set(false);
        }
    }
}
