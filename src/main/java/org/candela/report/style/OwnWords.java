package org.candela.report.style;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Words that one reader knows to be spelled right. Any thread; blocks on the disk. */
// [impl->req~spelling.own-words~1]
public final class OwnWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]{0,59}");

    private final Database database;
    private final Clock clock;
    private final String reader;

    /** @param reader the reader's id */
    public OwnWords(Database database, Clock clock, String reader) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
    }

    /** In small letters, by the alphabet. */
    public List<String> all() throws StoreException {
        return database.read(tx -> OwnWordRepository.of(tx, reader));
    }

    /**
     * Adds one, in any case; one that is there already stays.
     *
     * @throws CandelaException {@code spelling.no-word} when it is not one word of letters
     */
    public void add(String word) throws CandelaException {
        String plain = plain(word);
        if (!WORD.matcher(plain).matches()) {
            throw new CandelaException(
                    "spelling.no-word", "One word of at most 60 letters is wanted, such as osteophytosis.");
        }
        database.change(tx -> OwnWordRepository.put(tx, reader, plain, clock.instant()));
    }

    /** Takes one out; whether it was there. */
    public boolean drop(String word) throws StoreException {
        return database.write(tx -> OwnWordRepository.drop(tx, reader, plain(word)));
    }

    private static String plain(String word) {
        return word.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
