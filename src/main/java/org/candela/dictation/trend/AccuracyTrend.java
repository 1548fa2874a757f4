package org.candela.dictation.trend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.Utterances;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The reader's own accuracy over time. Any thread; blocks on the disk. */
// [impl->req~dictation.trend~1]
public final class AccuracyTrend {
    private final Database database;
    private final Utterances utterances;
    private final Function<List<SpokenWord>, String> writing;
    private final Set<String> terms = shipped();

    /** @param writing how spoken words are written, so that six millimeters and 6 mm are the same */
    public AccuracyTrend(Database database, Utterances utterances, Function<List<SpokenWord>, String> writing) {
        this.database = database;
        this.utterances = utterances;
        this.writing = writing;
    }

    /** Words as they are spoken. */
    public static String plain(List<SpokenWord> words) {
        return words.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
    }

    /** A report was signed final: compares what went into its draft, before that is deleted. */
    public void signed(String draftId, String text, LocalDate day) throws CandelaException {
        List<String> signed = Comparing.words(text);
        Map<String, Accuracy> byEngine = new TreeMap<>();
        for (KeptUtterance kept : utterances.of(draftId)) {
            if (kept.state() == KeptUtterance.State.TAKEN) {
                String said = writing.apply(utterances.words(kept.id()));
                byEngine.merge(kept.engine(), Comparing.compare(said, signed, terms), Accuracy::plus);
            }
        }
        database.change(tx -> {
            for (Map.Entry<String, Accuracy> engine : byEngine.entrySet()) {
                AccuracyRepository.add(tx, day, engine.getKey(), engine.getValue());
            }
        });
    }

    /** By day and engine, the newest first. */
    public static List<AccuracyDay> days(Database database) throws StoreException {
        return database.read(AccuracyRepository::days);
    }

    /** One word a line; what begins with # is a remark. */
    private static Set<String> shipped() {
        try (InputStream text = Objects.requireNonNull(AccuracyTrend.class.getResourceAsStream("terms.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
