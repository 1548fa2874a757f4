package org.candela.worklist.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.UpsOutcome;
import org.candela.net.web.WebException;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.UidHash;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.claim.WorkitemClaim.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims workitems at their facilities, ends them, and settles what a lost link or a kill left open.
 *
 * <p>The transaction UID is on the disk before it is sent, so that after a crash the claim is known and can be ended. What a
 * server refuses is asked of once more by an update under that transaction: servers answer 400 or 409 alike to the loser of
 * a race and to an owner whose first answer was lost, and only the owner's update succeeds.
 *
 * <p>Safe from any thread; blocks on the disk and the facility.
 */
// [impl->req~worklist.claim.exclusive~1]
public final class WorkitemClaims {
    private static final Logger LOG = LoggerFactory.getLogger(WorkitemClaims.class);
    private static final int PROGRESS_SEQUENCE = tag("ProcedureStepProgressInformationSequence");
    private static final int PROGRESS = tag("ProcedureStepProgress");

    private final Map<FacilityId, UpsClient> services;
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    /** @param services of the facilities that offer workitems */
    public WorkitemClaims(Map<FacilityId, UpsClient> services, Database database, AuditLog auditLog, Clock clock) {
        this.services = Map.copyOf(services);
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    private static int tag(String keyword) {
        return Dictionary.standard().tag(keyword).orElseThrow();
    }

    /** Whether a facility keeps claims; others know nothing of what is claimed here. */
    public boolean isKeptBy(FacilityId facility) {
        return services.containsKey(facility);
    }

    /** Claims a workitem; one that is ours already stays so. */
    public Claimed claim(Workitem workitem, String reader, Cancellation cancellation) throws StoreException {
        WorkitemClaim claim = database.write(tx -> {
            Optional<WorkitemClaim> before = ClaimRepository.find(tx, workitem)
                    .filter(known -> known.state().isHeld());
            if (before.isPresent()) {
                return before.orElseThrow();
            }
            WorkitemClaim intent = new WorkitemClaim(workitem, Uid.random(), reader, State.INTENT, Optional.empty());
            ClaimRepository.save(tx, intent, clock.instant());
            return intent;
        });
        return claim.state() == State.OWNED ? Claimed.OURS : settleClaim(claim, cancellation);
    }

    /** Tells the facility that the study is read. */
    public void complete(Workitem workitem, Cancellation cancellation) throws StoreException {
        end(workitem, State.COMPLETING, cancellation);
    }

    /**
     * Gives a workitem up. There is no way back from IN PROGRESS (PS3.4 CC.1.1): it is canceled, and the facility schedules
     * another.
     */
    public void giveUp(Workitem workitem, Cancellation cancellation) throws StoreException {
        end(workitem, State.CANCELING, cancellation);
    }

    private void end(Workitem workitem, State how, Cancellation cancellation) throws StoreException {
        Optional<WorkitemClaim> ending = database.write(tx -> {
            Optional<WorkitemClaim> held = ClaimRepository.find(tx, workitem)
                    .filter(known -> known.state().isHeld());
            if (held.isPresent()) {
                ClaimRepository.save(tx, held.orElseThrow().in(how), clock.instant());
            }
            return held.map(known -> known.in(how));
        });
        if (ending.isPresent()) {
            settleEnd(ending.orElseThrow(), cancellation);
        }
    }

    /** Within a caller's transaction: what we hold of the study is to be told done; {@link #settle} tells it. */
    void completeInTx(Tx tx, ReadingItem.Id id) throws StoreException {
        endInTx(tx, id, State.COMPLETING);
    }

    /** The same for what is to be given up. */
    void giveUpInTx(Tx tx, ReadingItem.Id id) throws StoreException {
        endInTx(tx, id, State.CANCELING);
    }

    /** What was lost to another reader is no concern of ours any more. */
    private void endInTx(Tx tx, ReadingItem.Id id, State how) throws StoreException {
        for (WorkitemClaim claim : ClaimRepository.ofStudy(tx, id.facility(), id.study())) {
            switch (claim.state()) {
                case INTENT, OWNED, COMPLETING, CANCELING -> ClaimRepository.save(tx, claim.in(how), clock.instant());
                case TAKEN, GONE -> ClaimRepository.save(tx, claim.in(State.ENDED), clock.instant());
                case ENDED -> {}
            }
        }
    }

    /** The workitem of a study that a facility may hold in our name. */
    Optional<Workitem> heldOf(ReadingItem.Id id) throws StoreException {
        return database.read(tx -> ClaimRepository.ofStudy(tx, id.facility(), id.study())).stream()
                .filter(claim -> claim.state().isHeld())
                .map(WorkitemClaim::workitem)
                .findFirst();
    }

    /** Whether a facility may hold this workitem in our name. */
    boolean isHeld(FacilityId facility, Attributes workitem) throws StoreException {
        Optional<Uid> uid = workitem.uid(Tag.SOPInstanceUID);
        return uid.isPresent()
                && held().stream()
                        .anyMatch(held ->
                                held.facility().equals(facility) && held.uid().equals(uid.orElseThrow()));
    }

    /** All that may be held, and what was lost since {@code from}. */
    List<WorkitemClaim> standing(Instant from) throws StoreException {
        return database.read(
                tx -> Stream.concat(ClaimRepository.held(tx).stream(), ClaimRepository.lost(tx, from).stream())
                        .toList());
    }

    /** Lets others see who has it; that they do is a courtesy, so a failure changes nothing. */
    void sign(Workitem workitem, Cancellation cancellation) throws StoreException {
        Optional<WorkitemClaim> owned =
                database.read(tx -> ClaimRepository.find(tx, workitem)).filter(claim -> claim.state() == State.OWNED);
        if (owned.isEmpty()) {
            return;
        }
        try {
            WorkitemClaim claim = owned.orElseThrow();
            Attributes begun =
                    WorkitemText.begun(claim.reader(), claim.ownedAt().orElseGet(clock::instant));
            UpsOutcome unused =
                    service(claim).orElseThrow().update(workitem.uid(), claim.transaction(), begun, cancellation);
        } catch (WebException e) {
            LOG.info("{} was not told who reads [{}]", workitem.facility(), e.code());
        }
    }

    /** Workitems that a facility may hold in our name, oldest first. */
    public List<Workitem> held() throws StoreException {
        return database.read(ClaimRepository::held).stream()
                .map(WorkitemClaim::workitem)
                .toList();
    }

    /**
     * Asks again for all that was left without an answer, by a lost link or a kill.
     *
     * @return how many have none yet
     */
    // [impl->req~worklist.claim.survives~1]
    public int settle(Cancellation cancellation) throws StoreException {
        int open = 0;
        for (WorkitemClaim claim : database.read(ClaimRepository::held)) {
            cancellation.throwIfRequested();
            boolean isAnswered =
                    switch (claim.state()) {
                        case INTENT -> settleClaim(claim, cancellation) != Claimed.UNKNOWN;
                        case COMPLETING, CANCELING -> settleEnd(claim, cancellation);
                        case OWNED, ENDED, TAKEN, GONE -> true;
                    };
            open += isAnswered ? 0 : 1;
        }
        return open;
    }

    private Claimed settleClaim(WorkitemClaim claim, Cancellation cancellation) throws StoreException {
        Claimed answer = ask(claim, cancellation);
        switch (answer) {
            case OURS -> keep(claim.in(State.OWNED));
            case TAKEN -> keep(claim.in(State.TAKEN));
            case GONE -> keep(claim.in(State.GONE));
            case UNKNOWN -> {}
        }
        return answer;
    }

    private Claimed ask(WorkitemClaim claim, Cancellation cancellation) {
        Optional<UpsClient> service = service(claim);
        if (service.isEmpty()) {
            return Claimed.UNKNOWN;
        }
        try {
            Uid workitem = claim.workitem().uid();
            UpsOutcome answer = service.orElseThrow().claim(workitem, claim.transaction(), cancellation);
            return switch (answer.answer()) {
                case DONE, DONE_WITH_WARNING -> Claimed.OURS;
                case NOT_FOUND, GONE -> Claimed.GONE;
                case NOT_ALLOWED, CONFLICT -> isOwner(claim, cancellation) ? Claimed.OURS : Claimed.TAKEN;
            };
        } catch (WebException e) {
            LOG.warn("a claim at {} has no answer [{}]", claim.workitem().facility(), e.code());
            return Claimed.UNKNOWN;
        }
    }

    private boolean isOwner(WorkitemClaim claim, Cancellation cancellation) throws WebException {
        Attributes begun =
                new Attributes().setItems(PROGRESS_SEQUENCE, List.of(new Attributes().set(PROGRESS, VR.DS, "0")));
        return service(claim)
                .orElseThrow()
                .update(claim.workitem().uid(), claim.transaction(), begun, cancellation)
                .isDone();
    }

    /** Whether the facility answered; what it no longer has, or has ended, is ended. */
    private boolean settleEnd(WorkitemClaim claim, Cancellation cancellation) throws StoreException {
        Optional<UpsClient> service = service(claim);
        if (service.isEmpty()) {
            return false;
        }
        try {
            UpsOutcome answer = claim.state() == State.COMPLETING
                    ? complete(service.orElseThrow(), claim, cancellation)
                    : service.orElseThrow().cancel(claim.workitem().uid(), claim.transaction(), cancellation);
            boolean isStillOurs = !answer.isDone() && isOwner(claim, cancellation);
            if (!isStillOurs) {
                keep(claim.in(State.ENDED));
            }
            return !isStillOurs;
        } catch (WebException e) {
            LOG.warn(
                    "the end of a claim at {} has no answer [{}]",
                    claim.workitem().facility(),
                    e.code());
            return false;
        }
    }

    /** A study that was read while the facility was away is claimed first: only an owner can complete it. */
    private UpsOutcome complete(UpsClient service, WorkitemClaim claim, Cancellation cancellation) throws WebException {
        Uid workitem = claim.workitem().uid();
        if (claim.ownedAt().isEmpty()) {
            UpsOutcome unused = service.claim(workitem, claim.transaction(), cancellation);
        }
        Instant now = clock.instant();
        Attributes done = WorkitemText.done(claim.reader(), claim.ownedAt().orElse(now), now);
        UpsOutcome unused = service.update(workitem, claim.transaction(), done, cancellation);
        return service.complete(workitem, claim.transaction(), cancellation);
    }

    private Optional<UpsClient> service(WorkitemClaim claim) {
        return Optional.ofNullable(services.get(claim.workitem().facility()));
    }

    private void keep(WorkitemClaim claim) throws StoreException {
        database.change(tx -> {
            ClaimRepository.save(tx, claim, clock.instant());
            auditLog.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            claim.reader(),
                            AuditAction.READING_STATE_CHANGED,
                            "study:" + UidHash.of(claim.workitem().study()),
                            Map.of(
                                    "facility", claim.workitem().facility().value(),
                                    "workitem", claim.state().name())));
        });
    }
}
