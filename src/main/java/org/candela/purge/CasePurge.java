package org.candela.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.purge.PurgeLog.Deleted;
import org.candela.purge.PurgeLog.Run;
import org.candela.purge.PurgeLog.What;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Rows of patients that go by age, each study in a transaction of its own with its log entry: killed anywhere, what went is
 * logged and the rest is due again. Nothing goes that is claimed, preliminary, still listed or has its images here. Any
 * thread; blocks on the disk.
 */
// [impl->req~purge.rows~1]
public final class CasePurge {
    private final Database database;
    private final PurgeLog log;
    private final Clock clock;

    public CasePurge(Database database, PurgeLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A study whose rows may go.
     *
     * @param touched when the last thing happened to it
     */
    public record Due(FacilityId facility, Uid study, Instant touched) {}

    /** A study was looked at: its age begins anew. */
    public void opened(FacilityId facility, Uid study) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> PurgeRepository.opened(tx, facility, study, now));
    }

    /** What may go now; {@code held} stays. */
    public List<Due> due(Map<FacilityId, Map<Age, Integer>> policies, Set<Uid> held) throws StoreException {
        List<Due> due = new ArrayList<>();
        for (Map.Entry<FacilityId, Map<Age, Integer>> policy : policies.entrySet()) {
            Integer days = policy.getValue().get(Age.ROW_DAYS);
            if (days != null) {
                database.read(tx -> CaseRepository.due(tx, policy.getKey(), before(days))).stream()
                        .filter(one -> !held.contains(one.study()))
                        .forEach(due::add);
            }
        }
        return due;
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** Deletes the rows, unless somebody took the study up meanwhile; whether they went. */
    public boolean delete(Run run, Due due) throws StoreException {
        return database.write(tx -> {
            if (!CaseRepository.isAtRest(tx, due.facility(), due.study())) {
                return false;
            }
            deleteRows(tx, run, due.facility(), due.study());
            return true;
        });
    }

    private void deleteRows(Tx tx, Run run, FacilityId facility, Uid study) throws StoreException {
        passing(tx, () -> {
            int rows = CaseRepository.deleteRows(tx, facility, study);
            log.enter(tx, run, new Deleted(What.ROWS, facility, study.value(), rows, 0));
        });
    }

    /** Within the transaction that deletes the images of a study: what goes with them. */
    public void withImages(Tx tx, Run run, Deleted images) throws StoreException {
        passing(tx, () -> {
            int rows = CaseRepository.deleteWithImages(tx, new Uid(images.identifier()));
            log.enter(
                    tx,
                    run,
                    new Deleted(
                            What.IMAGES, images.facility(), images.identifier(), images.rows() + rows, images.bytes()));
        });
    }

    /** Deletes old orders and messages that are about no study here; how many rows went. */
    public int deleteWords(Run run, Map<FacilityId, Map<Age, Integer>> policies) throws StoreException {
        int rows = 0;
        int longest = 0;
        for (Map.Entry<FacilityId, Map<Age, Integer>> policy : policies.entrySet()) {
            Integer days = policy.getValue().get(Age.ROW_DAYS);
            if (days != null) {
                longest = Math.max(longest, days);
                rows += words(
                        run, policy.getKey(), tx -> CaseRepository.deleteWords(tx, policy.getKey(), before(days)));
            }
        }
        if (longest > 0) {
            Instant before = before(longest);
            rows += words(run, PurgePolicies.ALL, tx -> CaseRepository.deleteReceipts(tx, before));
        }
        return rows;
    }

    /** All rows of a facility, whatever their age, and how it was reached. */
    public void deleteAll(Run run, FacilityId facility) throws StoreException {
        for (Uid study : database.read(tx -> CaseRepository.all(tx, facility))) {
            database.change(tx -> deleteRows(tx, run, facility, study));
        }
        int unused = words(run, facility, tx -> CaseRepository.deleteAllWords(tx, facility));
        database.change(tx -> {
            int rows = CaseRepository.deleteAccess(tx, facility, clock.instant());
            log.enter(tx, run, new Deleted(What.ACCESS, facility, facility.value(), rows, 0));
        });
    }

    /** Deletes rows; tells how many. */
    private interface Deletion {
        int in(Tx tx) throws StoreException;
    }

    private int words(Run run, FacilityId facility, Deletion deletion) throws StoreException {
        return database.write(tx -> {
            int[] rows = {0};
            passing(tx, () -> {
                rows[0] = deletion.in(tx);
                if (rows[0] > 0) {
                    log.enter(tx, run, new Deleted(What.WORDS, facility, "words of " + facility, rows[0], 0));
                }
            });
            return rows[0];
        });
    }

    /** Records stay: the pass is for none of them. */
    private static void passing(Tx tx, PassedAction action) throws StoreException {
        RecordPurge.passing(tx, Instant.EPOCH, action);
    }

    /** What is done with a pass. */
    interface PassedAction {
        void run() throws StoreException;
    }
}
