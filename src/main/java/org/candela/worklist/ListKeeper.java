package org.candela.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.UrgencyRepository;
import org.candela.facility.UrgencyRules;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.StudySummary;
import org.candela.worklist.FacilityRows.Standing;
import org.candela.worklist.ListedRepository.Answer;
import org.candela.worklist.ListedRepository.Listed;
import org.candela.worklist.ReadingItem.Listing;
import org.candela.worklist.ReadingRepository.Reading;

/**
 * Holds memory and disk together: an answer is compared in memory and only what differs is written; memory follows when
 * the transaction is committed, never before.
 *
 * <p>Safe from any thread. A facility's rows are read from the disk once, and again when another process has written to
 * the file; that is noticed with the next answer of the facility, or its failure to answer.
 */
// [impl->req~worklist.memory~1]
final class ListKeeper {
    private final Database database;
    private final RowMaker maker;
    private final ListMemory memory = new ListMemory();

    ListKeeper(Database database, RowMaker maker) {
        this.database = database;
        this.maker = maker;
    }

    /** What is known of a facility; waits for the disk the first time. */
    FacilityRows rows(FacilityId facility) throws StoreException {
        Optional<FacilityRows> known = memory.rows(facility);
        return known.isPresent() ? known.orElseThrow() : database.write(tx -> load(tx, facility));
    }

    /** One row, as far as it is in memory. */
    Optional<ReadingItem> known(ReadingItem.Id id) {
        return memory.rows(id.facility()).flatMap(rows -> rows.find(id.study()));
    }

    /** Reads a facility again if another process has written to the file since it was last read. */
    void catchUp(FacilityId facility) throws StoreException {
        FacilityRows unused = database.write(tx -> load(tx, facility));
    }

    /**
     * Takes an answer for what the facility lists now. A study that it lists no longer goes, unless a reader here has
     * begun work on it.
     */
    // [impl->req~worklist.withdrawn~1]
    void keep(Answer answer) throws StoreException {
        database.change(tx -> keep(tx, answer));
    }

    private void keep(Tx tx, Answer answer) throws StoreException {
        FacilityRows before = load(tx, answer.facility());
        ListedRepository.answered(tx, answer.facility(), answer.at());
        Map<Uid, StudySummary> listed = new HashMap<>(answer.studies().size() * 4 / 3 + 1);
        List<StudySummary> changed = new ArrayList<>();
        for (StudySummary study : answer.studies()) {
            if (listed.putIfAbsent(study.uid(), study) == null && !isKnown(study, before)) {
                changed.add(study);
            }
        }
        List<ReadingItem> rows = save(tx, answer, changed, before);
        List<Uid> gone = new ArrayList<>();
        for (ReadingItem item : before.items()) {
            if (item.listing().isCurrent() && !listed.containsKey(item.study().uid())) {
                withdraw(tx, item, before.standing().lastAnswer().orElse(answer.at()), rows, gone);
            }
        }
        FacilityRows after = before.with(rows, gone).as(before.standing().answered(answer.at()));
        tx.afterCommit(() -> memory.put(answer.facility(), after));
    }

    private static boolean isKnown(StudySummary study, FacilityRows rows) {
        return rows.find(study.uid())
                .filter(item -> item.listing().isCurrent() && item.study().equals(study))
                .isPresent();
    }

    private List<ReadingItem> save(Tx tx, Answer answer, List<StudySummary> changed, FacilityRows before)
            throws StoreException {
        List<ReadingItem> rows = new ArrayList<>();
        if (changed.isEmpty()) {
            return rows;
        }
        List<Reading> readings = readings(tx, answer, changed, before);
        ListedRepository.save(tx, changed);
        Listing listing = new Listing(answer.at(), true);
        for (int i = 0; i < changed.size(); i++) {
            rows.add(maker.row(
                    new Listed(changed.get(i), listing, readings.get(i)),
                    before.standing().rules()));
        }
        return rows;
    }

    /** What is kept of each reading; the disk is asked for what memory does not know. */
    private static List<Reading> readings(Tx tx, Answer answer, List<StudySummary> changed, FacilityRows before)
            throws StoreException {
        List<Uid> fresh = changed.stream()
                .map(StudySummary::uid)
                .filter(uid -> before.find(uid).isEmpty())
                .toList();
        Iterator<Reading> made = ReadingRepository.seen(tx, answer.facility(), fresh, answer.at())
                .iterator();
        List<Reading> readings = new ArrayList<>();
        for (StudySummary study : changed) {
            Optional<ReadingItem> row = before.find(study.uid());
            readings.add(row.isEmpty() ? made.next() : known(tx, row.orElseThrow(), study));
        }
        return readings;
    }

    /** When a study was first seen stands in its row only while the facility does not tell when it received it. */
    private static Reading known(Tx tx, ReadingItem row, StudySummary now) throws StoreException {
        boolean isTold = row.study().receivedAt().isPresent();
        return isTold && now.receivedAt().isEmpty()
                ? ReadingRepository.find(tx, row.id()).orElseThrow()
                : new Reading(row.urgency().receivedAt(), row.state(), row.claim());
    }

    private static void withdraw(Tx tx, ReadingItem item, Instant lastListed, List<ReadingItem> rows, List<Uid> gone)
            throws StoreException {
        if (item.state() == ReadingState.READY) {
            ListedRepository.drop(tx, item.id());
            gone.add(item.study().uid());
        } else {
            ListedRepository.markGone(tx, item.id(), lastListed);
            rows.add(item.listed(new Listing(lastListed, false)));
        }
    }

    /** Lets the row follow its reading once {@code tx} is committed; a withdrawn one that is given back goes. */
    void follow(Tx tx, ReadingItem.Id id, Reading reading) throws StoreException {
        if (reading.state() == ReadingState.READY) {
            ListedRepository.dropWithdrawn(tx, id);
        }
        tx.afterCommit(() -> memory.change(id.facility(), rows -> rows.find(id.study())
                .map(row -> moved(rows, row, reading))
                .orElse(rows)));
    }

    private static FacilityRows moved(FacilityRows rows, ReadingItem row, Reading reading) {
        boolean isGone = reading.state() == ReadingState.READY && !row.listing().isCurrent();
        return isGone
                ? rows.with(List.of(), List.of(row.study().uid()))
                : rows.with(List.of(row.read(reading.state(), reading.claim())), List.of());
    }

    private FacilityRows load(Tx tx, FacilityId facility) throws StoreException {
        long edition = ListedRepository.edition(tx);
        Optional<FacilityRows> known =
                memory.rows(facility).filter(rows -> rows.standing().edition() == edition);
        if (known.isPresent()) {
            return known.orElseThrow();
        }
        UrgencyRules rules = UrgencyRepository.find(tx, facility);
        Optional<Instant> lastAnswer = ListedRepository.lastAnswer(tx, facility);
        List<ReadingItem> items = new ArrayList<>();
        if (lastAnswer.isPresent()) {
            for (Listed listed : ListedRepository.list(tx, facility, lastAnswer.orElseThrow())) {
                items.add(maker.row(listed, rules));
            }
        }
        FacilityRows read = FacilityRows.of(items, new Standing(lastAnswer, edition, rules));
        memory.put(facility, read); // of committed rows alone: nothing was written in this transaction yet
        return read;
    }
}
