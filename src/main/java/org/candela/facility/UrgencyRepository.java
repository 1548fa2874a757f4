package org.candela.facility;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.facility.UrgencyRules.OverdueRoutine;
import org.candela.facility.UrgencyRules.Promised;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * The tables {@code facility_urgency}, {@code facility_priority_word} and {@code facility_promise}; what they do not say is
 * {@link UrgencyRules#STANDARD}.
 */
public final class UrgencyRepository {
    private UrgencyRepository() {}

    /** A line of the table of words. */
    private record Word(String text, ReadingPriority means) {}

    /** A line of the table of promises. */
    private record Promise(Promised about, Duration within) {}

    /** The rules of a facility. */
    public static UrgencyRules find(Tx tx, FacilityId facility) throws StoreException {
        Map<String, ReadingPriority> words = new HashMap<>();
        words(tx, facility).forEach(word -> words.put(word.text(), word.means()));
        Map<Promised, Duration> promises = new HashMap<>();
        promises(tx, facility).forEach(promise -> promises.put(promise.about(), promise.within()));
        Optional<OverdueRoutine> overdue = tx.one(
                "SELECT overdue_routine FROM facility_urgency WHERE facility_id = ?",
                row -> OverdueRoutine.valueOf(row.string("overdue_routine")),
                facility.value());
        return new UrgencyRules(new PriorityWords(words), promises, overdue.orElse(OverdueRoutine.STAYS));
    }

    private static List<Word> words(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT word, priority FROM facility_priority_word WHERE facility_id = ?",
                row -> new Word(row.string("word"), ReadingPriority.valueOf(row.string("priority"))),
                facility.value());
    }

    private static List<Promise> promises(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT priority, modality, seconds FROM facility_promise WHERE facility_id = ?",
                row -> new Promise(
                        new Promised(ReadingPriority.valueOf(row.string("priority")), row.string("modality")),
                        Duration.ofSeconds(row.longValue("seconds"))),
                facility.value());
    }

    static void save(Tx tx, FacilityId facility, UrgencyRules rules) throws StoreException {
        tx.update("DELETE FROM facility_priority_word WHERE facility_id = ?", facility.value());
        tx.update("DELETE FROM facility_promise WHERE facility_id = ?", facility.value());
        tx.update(
                "INSERT INTO facility_urgency (facility_id, overdue_routine) VALUES (?, ?)"
                        + " ON CONFLICT (facility_id) DO UPDATE SET overdue_routine = excluded.overdue_routine",
                facility.value(),
                rules.overdueRoutine());
        for (Map.Entry<String, ReadingPriority> word : rules.words().own().entrySet()) {
            tx.update(
                    "INSERT INTO facility_priority_word (facility_id, word, priority) VALUES (?, ?, ?)",
                    facility.value(),
                    word.getKey(),
                    word.getValue());
        }
        for (Map.Entry<Promised, Duration> promise : rules.promises().entrySet()) {
            tx.update(
                    "INSERT INTO facility_promise (facility_id, priority, modality, seconds) VALUES (?, ?, ?, ?)",
                    facility.value(),
                    promise.getKey().priority(),
                    promise.getKey().modality(),
                    promise.getValue().toSeconds());
        }
    }
}
