package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~template.shelf~1]
class TemplateShelfTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
    private static final Holder MINE = Holder.reader("doe");
    private static final Holder THEIRS = Holder.facility("fac_tx");

    @TempDir
    private Path folder;

    private Database database;
    private TemplateShelf shelf;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        shelf = new TemplateShelf("doe", CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aPersonalTemplateBeatsThatOfTheFacilityWhichBeatsTheShippedOne() throws Exception {
        assertEquals("CT chest", title("fac_tx", "CT CHEST"));

        shelf.take(database, THEIRS, "a.html", chest("urn:test:theirs", "Theirs", ""));
        assertEquals("Theirs", title("fac_tx", "CT CHEST"));
        assertEquals("CT chest", title("fac_ny", "CT CHEST"), "another facility has nothing of it");

        shelf.take(database, MINE, "b.html", chest("urn:test:mine", "Mine", ""));
        assertEquals("Mine", title("fac_tx", "CT CHEST"));
        assertEquals("Mine", title("fac_ny", "CT CHEST"));
        assertEquals("CT head", title("fac_tx", "CT HEAD"));
    }

    @ParameterizedTest
    @CsvSource({
        "CT CHEST, F, 19800101, Mine",
        "CT CHEST, M, 20200101, Child",
        "CT CHEST, M, '', Mine",
        "CT HEAD, F, 19800101, CT head"
    })
    void ofOneHolderTheOneThatIsLimitedToTheAgeIsCloser(String description, String sex, String born, String title)
            throws Exception {
        shelf.take(database, MINE, "a.html", chest("urn:test:mine", "Mine", "40-"));
        shelf.take(database, MINE, "b.html", chest("urn:test:child", "Child", "0-17"));
        PatientAge age = PatientAge.on(java.time.LocalDate.of(2026, 11, 24), born);

        StudyKind study = new StudyKind("CT", description, "", sex, age);

        String chosen = database.read(tx -> shelf.at(tx, "").forStudy(study)).title();
        assertTrue(chosen.equals(title) || (born.isEmpty() && chosen.equals("Child")), chosen);
    }

    @Test
    void whatWasSaidToBeTheDefaultBeatsTheWordsOfOtherTemplatesOfThatHolder() throws Exception {
        shelf.take(database, MINE, "a.html", chest("urn:test:mine", "Mine", ""));
        TemplateUse use = new TemplateUse(Set.of("CT"), Set.of("chest"), Set.of(), "", "", AgeRange.ALL);

        shelf.prefer(database, new TemplateDefault(MINE, use, "urn:candela:template:ct-pe:1"));
        assertEquals("CT pulmonary angiogram", title("fac_tx", "CT CHEST"));

        assertTrue(shelf.forget(database, MINE, use));
        assertEquals("Mine", title("fac_tx", "CT CHEST"));
        assertFalse(shelf.forget(database, MINE, use));
    }

    @Test
    void aDraftStandsOnTheVersionItWasBegunOn() throws Exception {
        String first = shelf.take(database, MINE, "a.html", chest("urn:test:mine", "First", ""))
                .template()
                .id();
        String second = shelf.take(database, MINE, "a.html", chest("urn:test:mine", "Second", ""))
                .template()
                .id();

        assertNotEquals(first, second);
        assertEquals("Second", title("fac_tx", "CT CHEST"));
        assertEquals(
                "First",
                database.read(tx -> shelf.version(tx, first)).orElseThrow().title());

        assertTrue(shelf.retire(database, MINE, "urn:test:mine"));
        assertEquals("CT chest", title("fac_tx", "CT CHEST"));
        assertEquals(
                "Second",
                database.read(tx -> shelf.version(tx, second)).orElseThrow().title());
    }

    @Test
    void aKeptVersionCanNeitherBeChangedNorDeleted() throws Exception {
        shelf.take(database, MINE, "a.html", chest("urn:test:mine", "Mine", ""));

        for (String sql : new String[] {"UPDATE report_template SET html = ''", "DELETE FROM report_template"}) {
            assertThrows(StoreException.class, () -> database.change(tx -> tx.update(sql)), sql);
        }
    }

    @Test
    void whatIsExportedCanBeImportedAndIsTheSame() throws Exception {
        Template kept = shelf.take(database, MINE, "a.html", chest("urn:test:mine", "Mine", "40-"))
                .template();

        String written = TemplateShelf.written(kept);
        Template again = shelf.take(database, THEIRS, "b.html", written).template();

        assertEquals(kept.sections(), again.sections());
        assertEquals(kept.use(), again.use());
    }

    private String title(String facility, String description) throws Exception {
        return database.read(tx -> shelf.at(tx, facility).forStudy("CT", description))
                .title();
    }

    private static String chest(String id, String title, String ages) {
        return "<meta name='dcterms.identifier' content='" + id + "'><meta name='dcterms.title' content='" + title
                + "'><meta name='candela.modality' content='CT'><meta name='candela.body-parts' content='chest'>"
                + "<meta name='candela.ages' content='" + ages + "'>"
                + "<section data-section-name='Findings'><textarea id='f'>Normal.</textarea></section>";
    }
}
