package org.candela.report.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.report.template.Holder;
import org.candela.report.wording.DateStyle;
import org.candela.report.wording.WritingStyle;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~wording.style-kept~1]
class WritingStylesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T10:00:00Z"), ZoneOffset.UTC);
    private static final Holder NORTH = Holder.facility("north");
    private static final Holder READER = Holder.reader("reader-1");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WritingStyles styles;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        styles = new WritingStyles(database, CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void theReadersOwnStandsBeforeTheFacilitysBeforeTheProgram() throws Exception {
        assertEquals(WritingStyle.STANDARD, styles.of("reader-1", "north"));

        styles.choose(NORTH, DateStyle.NAMED);
        styles.abbreviate(NORTH, "magnetic resonance imaging", "MRI");
        assertEquals(
                new WritingStyle(DateStyle.NAMED, Map.of("magnetic resonance imaging", "MRI")),
                styles.of("reader-1", "north"));
        assertEquals(WritingStyle.STANDARD, styles.of("reader-1", "south"));

        styles.choose(READER, DateStyle.ISO);
        styles.abbreviate(READER, "Magnetic  Resonance imaging", "MR imaging");
        assertEquals(
                new WritingStyle(DateStyle.ISO, Map.of("magnetic resonance imaging", "MR imaging")),
                styles.of("reader-1", "north"));
    }

    @Test
    void whatIsTakenBackIsTheNextLayersAgain() throws Exception {
        styles.choose(READER, DateStyle.ISO);
        styles.abbreviate(READER, "computed tomography", "CT");

        assertTrue(styles.forget(READER));
        assertTrue(styles.spellOut(READER, "Computed tomography"));

        assertEquals(WritingStyle.STANDARD, styles.of("reader-1", ""));
        assertFalse(styles.forget(READER));
    }

    @Test
    void nothingIsKeptThatWouldHideASide() throws Exception {
        CandelaException refused =
                assertThrows(CandelaException.class, () -> styles.abbreviate(READER, "left lower lobe", "LL lobe"));

        assertEquals("wording.hides", refused.code());
        assertEquals(Map.of(), styles.abbreviations(READER));
    }

    // [utest->req~spelling.own-words~1]
    @Test
    void ownWordsAreTheReadersAlone() throws Exception {
        OwnWords mine = new OwnWords(database, CLOCK, "reader-1");
        mine.add("Osteophytosis");
        mine.add("osteophytosis");

        assertEquals(List.of("osteophytosis"), mine.all());
        assertEquals(List.of(), new OwnWords(database, CLOCK, "reader-2").all());
        assertEquals(
                "spelling.no-word",
                assertThrows(CandelaException.class, () -> mine.add("12 mm")).code());
        assertTrue(mine.drop("OSTEOPHYTOSIS"));
        assertEquals(List.of(), mine.all());
    }
}
