package org.candela.app;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.facility.Facility;
import org.candela.practice.ClaimGate;
import org.candela.practice.ClaimQuestion;
import org.candela.practice.GateDecision;
import org.candela.practice.GateFinding;
import org.candela.practice.GateStep;
import org.candela.practice.PatientPlace;
import org.candela.practice.Practice;
import org.candela.practice.PracticeRecords;
import org.candela.practice.ReadType;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;
import org.candela.study.StudyImport;

/**
 * Whether the reader's papers are in order for tonight's facilities, told before the first study is asked for. It blocks nothing:
 * the gate does, study by study.
 */
// [impl->req~app.papers-card~1]
final class PapersCheck implements ReadinessCheck {
    private static final String ID = "papers";
    private static final String TITLE = "Papers";

    private final Practice practice;
    private final List<Facility> facilities;
    private final Clock clock;

    /** @param facilities those of the list; of the demonstration and of imported files no papers are asked */
    PapersCheck(Practice practice, Collection<Facility> facilities, Clock clock) {
        this.practice = practice;
        this.facilities = facilities.stream()
                .filter(facility -> !facility.isDemo() && !facility.id().equals(StudyImport.LOCAL))
                .toList();
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        return answers().stream()
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseGet(() -> ReadinessItem.ready(ID, TITLE, "No facility here asks for any."));
    }

    @Override
    public List<ReadinessItem> answers() {
        try {
            PracticeRecords records = practice.records();
            return facilities.stream().map(facility -> item(facility, records)).toList();
        } catch (StoreException e) {
            return List.of(new ReadinessItem(
                    ID,
                    TITLE,
                    Status.NOT_ASSESSED,
                    "They cannot be read (" + e.code() + ").",
                    "See whether the disk is there and can be read."));
        }
    }

    private ReadinessItem item(Facility facility, PracticeRecords records) {
        GateDecision decision = ClaimGate.STANDARD.decide(question(facility), records);
        String title = TITLE + ": " + facility.name();
        String id = ID + "." + facility.id();
        if (!decision.isOpen()) {
            return new ReadinessItem(
                    id,
                    title,
                    Status.WARNING,
                    "Its studies cannot be claimed. " + words(decision.blocks()),
                    "candela papers enter; candela gate ask --facility " + facility.id() + " tells the rest.",
                    holdsFor(facility));
        }
        return decision.warnings().isEmpty()
                ? new ReadinessItem(id, title, Status.READY, "In force today.", "", holdsFor(facility))
                : new ReadinessItem(
                        id,
                        title,
                        Status.WARNING,
                        words(decision.warnings()),
                        "See candela gate ask --facility " + facility.id() + ".",
                        holdsFor(facility));
    }

    private static Set<String> holdsFor(Facility facility) {
        return Set.of(facility.id().value());
    }

    /** What every study of the facility asks for, whatever it is of. */
    private ClaimQuestion question(Facility facility) {
        return new ClaimQuestion(
                GateStep.CLAIM,
                facility.id(),
                ClaimQuestion.Origin.ORDERED,
                PatientPlace.of(Optional.empty(), PatientPlace.servedBy(facility), Optional.empty()),
                new ClaimQuestion.Work(Set.of(), Optional.empty(), ReadType.FINAL),
                ClaimQuestion.Desk.UNASKED,
                clock.instant());
    }

    private static String words(List<GateFinding> findings) {
        return findings.stream().map(GateFinding::withEvidence).collect(Collectors.joining(" "));
    }
}
