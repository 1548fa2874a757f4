package org.candela.report.style;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.CandelaException;
import org.candela.report.template.Holder;
import org.candela.report.wording.DateStyle;
import org.candela.report.wording.WritingStyle;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * How spoken words are written, of readers and facilities: the reader's own before the facility's before the program's. Any
 * thread; blocks on the disk.
 */
// [impl->req~wording.style-kept~1]
public final class WritingStyles {
    private final Database database;
    private final Clock clock;

    public WritingStyles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What holds for a reader at a facility; {@code facility} may be empty. */
    public WritingStyle of(String reader, String facility) throws StoreException {
        return database.read(tx -> {
            Map<String, String> abbreviations = new TreeMap<>();
            DateStyle dates = WritingStyle.STANDARD.dates();
            if (!facility.isBlank()) {
                abbreviations.putAll(WritingStyleRepository.abbreviations(tx, Holder.facility(facility)));
                dates = WritingStyleRepository.dates(tx, Holder.facility(facility))
                        .orElse(dates);
            }
            abbreviations.putAll(WritingStyleRepository.abbreviations(tx, Holder.reader(reader)));
            dates = WritingStyleRepository.dates(tx, Holder.reader(reader)).orElse(dates);
            return new WritingStyle(dates, abbreviations);
        });
    }

    /** The form of dates that this holder chose itself; empty when it chose none. */
    public Optional<DateStyle> dates(Holder holder) throws StoreException {
        return database.read(tx -> WritingStyleRepository.dates(tx, holder));
    }

    /** What this holder itself wants written, by the words said. */
    public Map<String, String> abbreviations(Holder holder) throws StoreException {
        return database.read(tx -> WritingStyleRepository.abbreviations(tx, holder));
    }

    /** Chooses the form of dates. */
    public void choose(Holder holder, DateStyle dates) throws StoreException {
        database.change(tx -> WritingStyleRepository.choose(tx, holder, dates, clock.instant()));
    }

    /** Chooses none: the next layer decides again. Whether one was chosen. */
    public boolean forget(Holder holder) throws StoreException {
        return database.write(tx -> WritingStyleRepository.forget(tx, holder));
    }

    /**
     * Wants {@code written} for the words {@code said}.
     *
     * @throws CandelaException {@code wording.hides} when a side or a negation would be hidden, or one of them is empty
     */
    public void abbreviate(Holder holder, String said, String written) throws CandelaException {
        try {
            WritingStyle checked = new WritingStyle(DateStyle.AMERICAN, Map.of(said, written.strip()));
            String plain = checked.abbreviations().keySet().iterator().next();
            database.change(
                    tx -> WritingStyleRepository.abbreviate(tx, holder, plain, written.strip(), clock.instant()));
        } catch (IllegalArgumentException e) {
            throw new CandelaException("wording.hides", String.valueOf(e.getMessage()), e);
        }
    }

    /** Wants these words written as they are said. Whether something was written for them. */
    public boolean spellOut(Holder holder, String said) throws StoreException {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return database.write(tx -> WritingStyleRepository.spellOut(tx, holder, plain));
    }
}
