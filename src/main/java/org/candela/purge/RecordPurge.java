package org.candela.purge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The legal record: signed reports with signatures, states, conditions, proofs of delivery and records of critical results.
 * It goes whole, report by report, and only where a facility's policy says after how many years; the years of who was under
 * age begin with majority. Any thread; blocks on the disk.
 */
// [impl->req~purge.record~1]
public final class RecordPurge {
    /** The highest age of majority in the United States. */
    static final int MAJORITY_YEARS = 21;

    private final Database database;
    private final PurgeLog log;
    private final Clock clock;

    public RecordPurge(Database database, PurgeLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is kept of a facility, and for how long.
     *
     * @param reports how many
     * @param until when the last of them may go, of a patient of age; empty where no policy lets it go
     */
    public record Kept(int reports, Optional<Instant> until) {}

    /** The record of a facility that stays. */
    public Kept keptOf(FacilityId facility, Map<Age, Integer> policy) throws StoreException {
        return database.read(tx -> {
            Optional<Instant> newest = RecordRepository.newest(tx, facility);
            Integer years = policy.get(Age.RECORD_YEARS);
            return new Kept(
                    RecordRepository.count(tx, facility),
                    years == null ? Optional.empty() : newest.map(last -> plusYears(last, years)));
        });
    }

    /** Reports and thrown-away drafts of a facility, by their ids. */
    public List<String> reportsOf(FacilityId facility) throws StoreException {
        return database.read(tx -> RecordRepository.reports(tx, facility));
    }

    /** Deletes what is past its age; {@code held} stays. How many reports went. */
    public int run(Run run, Map<FacilityId, Map<Age, Integer>> policies, Set<Uid> held) throws StoreException {
        int gone = 0;
        for (Map.Entry<FacilityId, Map<Age, Integer>> policy : policies.entrySet()) {
            Integer years = policy.getValue().get(Age.RECORD_YEARS);
            if (years == null) {
                continue;
            }
            for (RecordRepository.Kept kept : due(policy.getKey(), years)) {
                if (!held.contains(kept.study())) {
                    delete(run, policy.getKey(), kept, years);
                    gone++;
                }
            }
        }
        return gone;
    }

    private List<RecordRepository.Kept> due(FacilityId facility, int years) throws StoreException {
        Instant now = clock.instant();
        Instant before = plusYears(now, -years);
        List<RecordRepository.Kept> due = new ArrayList<>();
        for (RecordRepository.Kept kept : database.read(tx -> RecordRepository.signedBefore(tx, facility, before))) {
            if (!plusYears(begin(kept), years).isAfter(now)) {
                due.add(kept);
            }
        }
        return due;
    }

    private void delete(Run run, FacilityId facility, RecordRepository.Kept kept, int years) throws StoreException {
        Instant before = plusYears(clock.instant(), -years);
        database.change(tx -> passing(tx, before, () -> {
            int rows = RecordRepository.delete(tx, kept);
            for (int version = 1; version <= kept.versions(); version++) {
                log.enter(
                        tx,
                        run,
                        new Deleted(
                                What.RECORD,
                                facility,
                                "report:" + kept.report() + "/" + version,
                                version == 1 ? rows : 0,
                                0));
            }
        }));
    }

    /** The last signature, or majority where that came later; without a birth date the patient counts as new-born. */
    private static Instant begin(RecordRepository.Kept kept) {
        Instant majority = birth(kept.birthDate())
                .map(day -> day.plusYears(MAJORITY_YEARS)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .orElseGet(() -> plusYears(kept.lastSigned(), MAJORITY_YEARS));
        return majority.isAfter(kept.lastSigned()) ? majority : kept.lastSigned();
    }

    private static Optional<LocalDate> birth(String date) {
        try {
            return Optional.of(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not told, or not as DICOM writes it
        }
    }

    private static Instant plusYears(Instant at, int years) {
        return at.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    static void passing(Tx tx, Instant recordsBefore, CasePurge.PassedAction action) throws StoreException {
        PurgeRepository.pass(tx, recordsBefore);
        action.run();
        PurgeRepository.endPass(tx);
    }
}
