package org.candela.report.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.report.ReportDraft;
import org.candela.report.ReportedStudy;
import org.candela.report.Reports;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/** Unfinished reports other than the one on the desk, each told as what it is about. FX thread. */
// [impl->req~report.drafts~1]
final class DraftsModel {
    private final DeskState desk;
    private final Reports reports;
    private final DeskWork work;
    private final ObservableList<ReportDraft> others = FXCollections.observableArrayList();
    private final Messages words;
    private Consumer<ReportedStudy> takingUp = study -> {};

    DraftsModel(DeskState desk, Reports reports, DeskWork work, Messages words) {
        this.desk = desk;
        this.reports = reports;
        this.work = work;
        this.words = words;
    }

    /** Whose report it is, of what, when and where: as the head of the desk says it. */
    String describe(ReportDraft draft) {
        ReportedStudy study = draft.study();
        return words.text(
                "report.draft",
                Formats.personName(study.patient().name()),
                study.order().examination().description(),
                Formats.date(study.order().examination().performedAt().toLocalDate()),
                study.facilityName());
    }

    /** Which unfinished report to go on with; empty when there is no other. */
    Optional<PickPane.Question> question() {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new PickPane.Question(
                        words.text("report.drafts.title", others.size()),
                        others.stream().map(this::describe).distinct().toList(),
                        chosen -> others.stream()
                                .filter(draft -> describe(draft).equals(chosen))
                                .findFirst()
                                .ifPresent(this::takeUp)));
    }

    /** The one worked on last first. */
    ObservableList<ReportDraft> others() {
        return others;
    }

    // [impl->req~report.unfinished~1]
    CompletableFuture<Void> refresh() {
        return work.run(
                reports::unsignedDrafts,
                drafts -> others.setAll(drafts.stream().filter(this::isOther).toList()));
    }

    private boolean isOther(ReportDraft draft) {
        return desk.report
                .get()
                .filter(open -> open.draft().id().equals(draft.id()))
                .isEmpty();
    }

    void onTakeUp(Consumer<ReportedStudy> opener) {
        takingUp = opener;
    }

    /** The reader wants to go on with another one. */
    void takeUp(ReportDraft draft) {
        takingUp.accept(draft.study());
    }
}
