package org.candela.worklist.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebException;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ClaimStanding.Kept;
import org.candela.worklist.ClaimStandings;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.candela.worklist.claim.ClaimAnswer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims on studies of the list, wherever their facility keeps claims: taken before a study is opened, ended when its
 * report is final or it is given back, and settled when a lost link or a kill left one without an answer.
 *
 * <p>Safe from any thread; blocks on the disk and, but for {@link #completeInTx}, on the facility.
 */
// [impl->req~worklist.claim.study~1]
public final class FacilityClaims {
    private static final Logger LOG = LoggerFactory.getLogger(FacilityClaims.class);
    /** What was lost longer ago is of no shift that still goes on. */
    private static final Duration LOST_FOR = Duration.ofDays(7);

    private static final int TRIES = 5;
    private static final String NO_WORKITEM = "The facility lists no task to read this study.";
    private static final String WITHDRAWN = "nobody: the facility has withdrawn it";

    private final Map<FacilityId, UpsClient> services;
    private final WorkitemClaims claims;
    private final Desk desk;
    private final ClaimStandings standings;
    private final List<Consumer<ReadingItem.Id>> losses = new CopyOnWriteArrayList<>();

    /** Who claims, and where it is kept. */
    public record Desk(Worklist worklist, Database database, Clock clock, String reader) {}

    /** @param services of the facilities that offer workitems, the same that {@code claims} asks */
    public FacilityClaims(Map<FacilityId, UpsClient> services, WorkitemClaims claims, Desk desk) {
        this.services = Map.copyOf(services);
        this.claims = claims;
        this.desk = desk;
        this.standings = desk.worklist().standings();
    }

    /** Calls {@code listener} when a study that was thought ours turns out to be another reader's; on the settling thread. */
    public void onLost(Consumer<ReadingItem.Id> listener) {
        losses.add(listener);
    }

    /** Whether a facility keeps claims. */
    public boolean isKeptBy(FacilityId facility) {
        return services.containsKey(facility);
    }

    /** Claims the study of a row for reading; one that is ours stays ours without asking. */
    public ClaimAnswer take(ReadingItem item, Cancellation cancellation) throws StoreException {
        ClaimAnswer answer = ask(new ClaimWish(item.id(), accession(item), now()), cancellation);
        note(item.id(), answer);
        standings.touch(item.id(), now());
        return answer;
    }

    private static String accession(ReadingItem item) {
        return item.study().identity().accessionNumber();
    }

    private Instant now() {
        return desk.clock().instant();
    }

    private ClaimAnswer ask(ClaimWish wish, Cancellation cancellation) throws StoreException {
        UpsClient service = services.get(wish.id().facility());
        if (service == null) {
            return ClaimAnswer.of(Outcome.HERE_ONLY);
        }
        Optional<Workitem> held = claims.heldOf(wish.id());
        if (held.isPresent()) {
            return claim(held.orElseThrow(), "", cancellation);
        }
        try {
            ClaimAnswer answer =
                    claim(WorkitemFinder.find(service, wish.id(), wish.accession(), cancellation), cancellation);
            desk.database().change(tx -> ClaimRepository.dropWish(tx, wish.id()));
            return answer;
        } catch (WebException e) {
            LOG.warn("no workitem was looked for at {} [{}]", wish.id().facility(), e.code());
            desk.database().change(tx -> ClaimRepository.wish(tx, wish));
            return ClaimAnswer.of(Outcome.UNANSWERED);
        }
    }

    private ClaimAnswer claim(Finding finding, Cancellation cancellation) throws StoreException {
        return switch (finding.kind()) {
            case FREE -> claim(finding.workitem().orElseThrow(), finding.detail(), cancellation);
            case TAKEN -> new ClaimAnswer(Outcome.TAKEN, finding.detail());
            case DONE -> ClaimAnswer.of(Outcome.GONE);
            case NONE -> new ClaimAnswer(Outcome.HERE_ONLY, NO_WORKITEM);
            case SEVERAL -> new ClaimAnswer(Outcome.SEVERAL, finding.detail());
        };
    }

    private ClaimAnswer claim(Workitem workitem, String detail, Cancellation cancellation) throws StoreException {
        Claimed claimed = claims.claim(workitem, desk.reader(), cancellation);
        return switch (claimed) {
            case OURS -> {
                claims.sign(workitem, cancellation);
                yield new ClaimAnswer(Outcome.OURS, detail);
            }
            case TAKEN -> ClaimAnswer.of(Outcome.TAKEN);
            case GONE -> ClaimAnswer.of(Outcome.GONE);
            case UNKNOWN -> ClaimAnswer.of(Outcome.UNANSWERED);
        };
    }

    /** A study that is not ours to read is told until the facility says otherwise. */
    private void note(ReadingItem.Id id, ClaimAnswer answer) {
        switch (answer.outcome()) {
            case OURS -> standings.put(id, new ClaimStanding(Kept.AT_FACILITY, answer.detail()));
            case HERE_ONLY -> standings.put(id, new ClaimStanding(Kept.HERE_ONLY, answer.detail()));
            case UNANSWERED -> standings.put(id, new ClaimStanding(Kept.UNANSWERED, ""));
            case TAKEN -> standings.other(id, new ClaimStanding(Kept.TAKEN, answer.detail()));
            case GONE, SEVERAL -> {}
        }
    }

    /** The reader lays it aside or takes it up: it is not idle. */
    public void touch(ReadingItem.Id id) {
        standings.touch(id, now());
    }

    /** Within the transaction of a final signature: the facility is told by {@link #settle}. */
    public void completeInTx(Tx tx, ReadingItem.Id id) throws StoreException {
        claims.completeInTx(tx, id);
    }

    /**
     * Gives a study back, here and at its facility, which is told now or, if it is away, by {@link #settle}. What is signed
     * preliminary stays so here.
     */
    public void giveBack(ReadingItem.Id id, Cancellation cancellation) throws CandelaException {
        for (int tries = 0; tries < TRIES && !release(id); tries++) {
            cancellation.throwIfRequested(); // it was laid aside in this moment: its state is another now
        }
        desk.database().change(tx -> {
            claims.giveUpInTx(tx, id);
            ClaimRepository.dropWish(tx, id);
        });
        standings.forget(id);
        int unused = settle(cancellation);
    }

    private boolean release(ReadingItem.Id id) throws StoreException {
        Optional<ReadingItem> held = desk.worklist()
                .find(id)
                .filter(this::isOurs)
                .filter(item -> item.state().isHeld());
        return held.isEmpty()
                || desk.database().write(tx -> desk.worklist().transition(tx, id, toReady(held.orElseThrow())));
    }

    private Worklist.Step toReady(ReadingItem held) {
        return new Worklist.Step(held.state(), ReadingState.READY, desk.reader());
    }

    /**
     * Asks again for all that was left without an answer, and says what became of it.
     *
     * @return how many have none yet
     */
    public int settle(Cancellation cancellation) throws StoreException {
        int open = 0;
        for (ClaimWish wish : desk.database().read(ClaimRepository::wishes)) {
            cancellation.throwIfRequested();
            open += settle(wish, cancellation) ? 0 : 1;
        }
        open += claims.settle(cancellation);
        restate();
        return open;
    }

    /** A wish of a study that was given back in the meantime is none any more. */
    private boolean settle(ClaimWish wish, Cancellation cancellation) throws StoreException {
        Optional<ReadingItem> item = desk.worklist().find(wish.id()).filter(this::isOurs);
        if (item.isEmpty()) {
            desk.database().change(tx -> ClaimRepository.dropWish(tx, wish.id()));
            return true;
        }
        ClaimAnswer answer = ask(wish, cancellation);
        boolean isSigned = item.orElseThrow().state() == ReadingState.FINAL;
        if (isSigned && answer.mayBeRead()) {
            desk.database().change(tx -> claims.completeInTx(tx, wish.id()));
        }
        if (answer.mayBeRead()) {
            note(wish.id(), answer);
        } else {
            lose(wish.id(), answer.outcome() == Outcome.TAKEN ? answer.detail() : WITHDRAWN);
        }
        return answer.outcome() != Outcome.UNANSWERED;
    }

    private boolean isOurs(ReadingItem item) {
        return item.state() != ReadingState.READY
                && item.claim()
                        .filter(claim -> claim.reader().equals(desk.reader()))
                        .isPresent();
    }

    /** What stands on the disk, as after a start. */
    private void restate() throws StoreException {
        for (WorkitemClaim claim : claims.standing(now().minus(LOST_FOR))) {
            ReadingItem.Id id = new ReadingItem.Id(
                    claim.workitem().facility(), claim.workitem().study());
            switch (claim.state()) {
                case OWNED ->
                    standings.put(
                            id,
                            new ClaimStanding(Kept.AT_FACILITY, standings.of(id).detail()));
                case INTENT -> standings.put(id, new ClaimStanding(Kept.UNANSWERED, ""));
                case TAKEN, GONE -> {
                    boolean isRead =
                            desk.worklist().find(id).filter(this::isOurs).isPresent();
                    if (isRead && claims.heldOf(id).isEmpty()) {
                        lose(id, claim.state() == WorkitemClaim.State.TAKEN ? "" : WITHDRAWN);
                    }
                }
                case COMPLETING, CANCELING, ENDED -> {}
            }
        }
        for (ClaimWish wish : desk.database().read(ClaimRepository::wishes)) {
            standings.put(wish.id(), new ClaimStanding(Kept.UNANSWERED, ""));
        }
    }

    // [impl->req~worklist.claim.lost~1]
    private void lose(ReadingItem.Id id, String who) {
        boolean isNews = standings.put(id, new ClaimStanding(Kept.TAKEN, who));
        if (isNews) {
            LOG.warn("a study of {} that was opened here is another reader's [claim.lost]", id.facility());
            losses.forEach(listener -> listener.accept(id));
        }
    }

    /** Learns which studies of a facility other readers have. */
    public void look(FacilityId facility, Cancellation cancellation) throws CandelaException {
        UpsClient service = services.get(facility);
        if (service != null) {
            Map<Uid, ClaimStanding> others = new HashMap<>();
            for (Attributes workitem : WorkitemFinder.inProgress(service, cancellation)) {
                if (!claims.isHeld(facility, workitem)) {
                    ClaimStanding taken = new ClaimStanding(Kept.TAKEN, WorkitemText.performer(workitem));
                    WorkitemText.studies(workitem).forEach(study -> others.put(study, taken));
                }
            }
            standings.others(facility, others);
        }
    }

    /** Whether giving the study back would end its task at the facility for good, now or once it answers. */
    public boolean isBound(ReadingItem.Id id) {
        Kept kept = standings.of(id).kept();
        return kept == Kept.AT_FACILITY || kept == Kept.UNANSWERED;
    }

    /** What a facility may still hold in our name. */
    public List<Workitem> held() throws StoreException {
        return claims.held();
    }

    /** What this reader has of the list and is not done with, at the end of a shift: in the order of the list. */
    // [impl->req~worklist.claim.shift-end~1]
    public List<ReadingItem> left() throws StoreException {
        List<ReadingItem> left = new ArrayList<>();
        for (ReadingItem item : desk.worklist().snapshot().items()) {
            boolean isHeld = item.state().isHeld();
            boolean awaitsFinal = item.state() == ReadingState.PRELIMINARY;
            if (isOurs(item)
                    && (isHeld || (awaitsFinal && claims.heldOf(item.id()).isPresent()))) {
                left.add(item);
            }
        }
        return List.copyOf(left);
    }
}
