package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.Test;

/** Rows of a seed. */
// [utest->req~worklist.scale~1]
class RowTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final List<String> NAMES = List.of("GARCÍA^ANA", "O'NEIL^JO", "Ström^Åke", "Ωmega^Ψ", "LI", "^");
    private static final List<String> WORDS = List.of(
            "g",
            "ga",
            "garcía",
            "GARCÍA",
            "å",
            "ström",
            "ωm",
            "x",
            "7",
            "70",
            "ct",
            "ct head",
            "put aside",
            "put",
            "zz",
            "north stat",
            "'",
            "^",
            "o'neil,",
            "routine",
            "^jo",
            "í");

    private final Random random = new Random(7);
    private int made;

    private ReadingItem row() {
        made++;
        StudyIdentity identity = new StudyIdentity(
                new Uid("1.2.3." + made),
                new Patient("MRN" + random.nextInt(1000), "", one(NAMES), Optional.empty(), ""),
                "A" + random.nextInt(1000),
                Optional.empty(),
                one(List.of("CT HEAD", "XR CHEST 2V", "", "MR Knie links")),
                "");
        ReadingPriority priority = one(List.of(ReadingPriority.values()));
        return new ReadingItem(
                new StudySummary(
                        identity,
                        new FacilityId(one(List.of("north", "south"))),
                        one(List.of(Set.of("CT"), Set.of("MR", "SR"), Set.<String>of())),
                        3,
                        Optional.of(priority),
                        Optional.of(NOW)),
                new ReadingItem.Urgency(priority, true, NOW, NOW.plus(Duration.ofMinutes(random.nextInt(500)))),
                one(List.of(ReadingState.values())),
                Optional.empty(),
                new ReadingItem.Listing(NOW, true));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<ReadingItem> rows(int count) {
        return sorted(IntStream.range(0, count).mapToObj(i -> row()).toList());
    }

    private static List<ReadingItem> sorted(List<ReadingItem> rows) {
        return List.of(RowOrder.sorted(rows));
    }

    private static int[] find(RowTexts texts, String words) {
        return texts.find(new RowSearch(words), () -> false).orElseThrow();
    }

    private static int[] lookedAt(List<ReadingItem> rows, String words) {
        RowSearch search = new RowSearch(words);
        return IntStream.range(0, rows.size())
                .filter(i -> search.matches(rows.get(i)))
                .toArray();
    }

    @Test
    void theSameRowsAreFoundAsByALookAtEach() {
        List<ReadingItem> rows = rows(3000);
        RowTexts texts = RowTexts.of(rows);

        int hits = 0;
        for (String words : WORDS) {
            int[] found = find(texts, words);
            assertArrayEquals(lookedAt(rows, words), found, words);
            hits += found.length;
        }
        assertTrue(hits > 3000, "most words occur");
        assertEquals(0, find(texts, "zz").length);
        assertEquals(3000, find(texts, " ").length);
    }

    @Test
    void whatWasTypedFurtherIsLookedForAmongWhatWasFound() {
        RowTexts texts = RowTexts.of(rows(2000));
        int[] some = find(texts, "g");

        assertArrayEquals(
                find(texts, "garcía ct"),
                texts.find(new RowSearch("garcía ct"), some, () -> false).orElseThrow());
    }

    @Test
    void afterEachChangeOfTheListItIsAsIfMadeAnew() {
        List<ReadingItem> rows = rows(400);
        RowTexts texts = RowTexts.of(rows);
        for (int round = 0; round < 60; round++) {
            List<ReadingItem> next = new ArrayList<>(rows);
            int changes = random.nextInt(round % 10 == 0 ? 300 : 8);
            for (int i = 0; i < changes && !next.isEmpty(); i++) {
                next.remove(random.nextInt(next.size()));
            }
            IntStream.range(0, random.nextInt(12)).forEach(i -> next.add(row()));
            rows = sorted(next);
            texts = texts.following(rows);

            assertTrue(texts.isOf(rows));
            RowTexts anew = RowTexts.of(rows);
            for (String words : WORDS) {
                assertArrayEquals(find(anew, words), find(texts, words), words);
            }
            for (int place = 0; place < rows.size(); place++) {
                assertEquals(Map.of(rows.get(place).state().remaining(), 1), texts.counts(IntStream.of(place)));
            }
        }
        assertEquals(0, find(texts.following(List.of()), "").length);
    }

    @Test
    void nobodyLooksOnForWhatIsNoLongerWanted() {
        RowTexts texts = RowTexts.of(rows(20_000));
        AtomicInteger looks = new AtomicInteger();

        assertTrue(texts.find(new RowSearch("zz"), () -> looks.incrementAndGet() > 1)
                .isEmpty());
        assertEquals(2, looks.get());
        assertFalse(texts.isOf(List.of()));
    }
}
