package org.candela.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.practice.ClaimGate;
import org.candela.practice.ClaimQuestion;
import org.candela.practice.GateDecision;
import org.candela.practice.GateFinding;
import org.candela.practice.GateStep;
import org.candela.practice.Jurisdiction;
import org.candela.practice.KeptDecision.Outcome;
import org.candela.practice.PatientPlace;
import org.candela.practice.Practice;
import org.candela.practice.PracticeRecords;
import org.candela.practice.ReadType;
import org.candela.practice.StudyReader;
import org.candela.report.ReportedStudy;
import org.candela.report.SignGate;
import org.candela.report.SignatureMeaning;
import org.candela.shell.CaseGate;
import org.candela.shell.ReadingBlockedException;
import org.candela.shell.ReadingBlockedException.Way;
import org.candela.study.StudyImport;
import org.candela.study.StudySummary;
import org.candela.study.UidHash;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;

/** The claim gate as this desk asks it: before a case is claimed and before its report is signed. Blocks on the disk. */
// [impl->req~app.gate~1]
final class PracticeGate implements CaseGate, SignGate {
    private final Practice practice;
    private final Map<FacilityId, Facility> facilities;
    private final Seat seat;

    /**
     * Who sits before what.
     *
     * @param desk what the displays are good for now
     */
    record Seat(String reader, Worklist worklist, Supplier<ClaimQuestion.Desk> desk, Clock clock) {}

    PracticeGate(Practice practice, Collection<Facility> facilities, Seat seat) {
        this.practice = practice;
        this.facilities = facilities.stream().collect(Collectors.toMap(Facility::id, Function.identity()));
        this.seat = seat;
    }

    @Override
    public void pass(ReadingItem item) throws CandelaException {
        GateDecision decision = decide(GateStep.CLAIM, item.study(), ReadType.FINAL);
        if (practice.pass(decision, who(item.study())) == Outcome.BLOCKED) {
            throw new ReadingBlockedException(
                    decision.blocks().stream().map(GateFinding::withEvidence).toList(),
                    decision.canBeOverridden() ? Way.GIVE_A_REASON : Way.MEND);
        }
    }

    @Override
    public void overrule(ReadingItem item, String reason) throws CandelaException {
        practice.overrule(decide(GateStep.CLAIM, item.study(), ReadType.FINAL), who(item.study()), reason);
    }

    @Override
    public List<Obstacle> obstacles(ReportedStudy study, SignatureMeaning meaning) throws CandelaException {
        Optional<ReadingItem> item =
                seat.worklist().find(new ReadingItem.Id(study.facility(), study.studyInstanceUid()));
        if (item.isEmpty()) {
            return List.of(new Obstacle("claim.listed", "The study is on no facility's list any more."));
        }
        StudySummary listed = item.orElseThrow().study();
        ReadType asked = meaning == SignatureMeaning.PRELIMINARY ? ReadType.PRELIMINARY : ReadType.FINAL;
        GateDecision decision = decide(GateStep.SIGN, listed, asked);
        return practice.pass(decision, who(listed)) == Outcome.BLOCKED
                ? decision.blocks().stream()
                        .map(block -> new Obstacle(block.ruleId(), block.withEvidence()))
                        .toList()
                : List.of();
    }

    private GateDecision decide(GateStep step, StudySummary study, ReadType asked) throws CandelaException {
        PracticeRecords records = practice.records();
        ClaimQuestion.Work work = new ClaimQuestion.Work(study.modalities(), years(study), asked);
        return ClaimGate.STANDARD.decide(
                new ClaimQuestion(
                        step,
                        study.facility(),
                        origin(study),
                        place(study, records),
                        work,
                        work.isBreastImaging() ? seat.desk().get() : ClaimQuestion.Desk.UNASKED,
                        seat.clock().instant()),
                records);
    }

    private ClaimQuestion.Origin origin(StudySummary study) {
        if (study.facility().equals(StudyImport.LOCAL)) {
            return ClaimQuestion.Origin.IMPORTED;
        }
        boolean isDemo = facilities.containsKey(study.facility())
                && facilities.get(study.facility()).isDemo();
        return isDemo ? ClaimQuestion.Origin.SYNTHETIC : ClaimQuestion.Origin.ORDERED;
    }

    private PatientPlace place(StudySummary study, PracticeRecords records) {
        Optional<Jurisdiction> site =
                records.termsOf(study.facility()).stateOf(study.place().institution());
        List<Jurisdiction> served = Optional.ofNullable(facilities.get(study.facility()))
                .map(PatientPlace::servedBy)
                .orElse(List.of());
        Optional<Jurisdiction> home = Optional.of(study.place().residence())
                .filter(Jurisdiction::isOne)
                .map(Jurisdiction::of);
        return PatientPlace.of(site, served, home);
    }

    private Optional<Integer> years(StudySummary study) {
        LocalDate today = LocalDate.ofInstant(seat.clock().instant(), ZoneOffset.UTC);
        return study.patient().birthDate().map(birth -> Period.between(birth, today)
                .getYears());
    }

    private StudyReader who(StudySummary study) {
        return new StudyReader(UidHash.of(study.uid()), seat.reader());
    }
}
