package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~template.macros~1]
class MacrosTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
    private static final StudyKind CHEST = new StudyKind("CT", "CT CHEST", "", "F", PatientAge.UNKNOWN);
    private static final MergeFields NOTHING = new MergeFields(Map.of());

    @Test
    void whatIsKnownIsPutInAndWhatIsNotStandsInBrackets() throws Exception {
        MergeFields known = new MergeFields(Map.of("Patient age", "54-year-old", "patient sex", "female"));
        Macros macros =
                Macros.of(List.of(mine("summary", "{{patient age}} {{Patient Sex}} of {{referring doctor}}")), CHEST);

        assertEquals(
                "54-year-old female of [referring doctor]",
                macros.expand(macros.named("SUMMARY").orElseThrow(), known));
    }

    @Test
    void macrosHoldMacrosAndPlaces() throws Exception {
        Macros macros = Macros.of(
                List.of(mine("outer", "A {{macro: inner}} C"), mine("inner", "[small|large] nodule of [size] mm")),
                CHEST);

        String text = macros.expand(macros.named("outer").orElseThrow(), NOTHING);

        assertEquals("A [small|large] nodule of [size] mm C", text);
        List<Place> places = Place.in(text);
        assertEquals(List.of("small", "large"), places.get(0).options());
        assertEquals(
                "[size]", text.substring(places.get(1).start(), places.get(1).end()));
        assertEquals(List.of(), places.get(1).options());
    }

    @Test
    void aCircleIsRefusedAndItsWayIsTold() {
        Macros macros = Macros.of(
                List.of(mine("one", "{{macro:two}}"), mine("two", "{{macro:three}}"), mine("three", "{{macro:one}}")),
                CHEST);

        TemplateException refused = assertThrows(
                TemplateException.class, () -> macros.expand(macros.named("one").orElseThrow(), NOTHING));

        assertTrue(String.valueOf(refused.getMessage()).contains("one > two > three > one"), refused.getMessage());
    }

    @Test
    void aTextThatDoublesItselfOverAndOverIsRefused() {
        List<Macro> bomb = new java.util.ArrayList<>();
        for (int i = 0; i < 18; i++) {
            String next = "{{macro:m" + (i + 1) + "}}";
            bomb.add(mine("m" + i, next.repeat(10)));
        }
        bomb.add(mine("m18", "x"));
        Macros macros = Macros.of(bomb, CHEST);

        assertThrows(
                TemplateException.class, () -> macros.expand(macros.named("m0").orElseThrow(), NOTHING));
    }

    @Test
    void aShortcutIsShownWhenItIsTheOnlyOneAndHasTwoCharacters() {
        Macros macros = Macros.of(
                List.of(
                        new Macro("normal chest", "nch", "A", TemplateUse.ANY, Holder.reader("doe")),
                        new Macro("normal head", "nhe", "B", TemplateUse.ANY, Holder.reader("doe"))),
                CHEST);

        assertEquals(Optional.empty(), macros.preview("n"));
        assertEquals(Optional.empty(), macros.preview("nh1"));
        assertEquals("normal chest", macros.preview("nc").orElseThrow().name());
        assertEquals(Optional.empty(), macros.preview("normal"), "two begin so");
        assertEquals("normal head", macros.byShortcut("NHE").orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource({
        "CT, chest, '', '', CT, CT CHEST, F, 19700101, true",
        "CT, chest, '', '', CT, CT HEAD, F, 19700101, false",
        "MR, '', '', '', CT, CT CHEST, F, 19700101, false",
        "'', '', M, '', CT, CT CHEST, F, 19700101, false",
        "'', '', F, '', CT, CT CHEST, F, 19700101, true",
        "'', '', M, '', CT, CT CHEST, '', 19700101, true",
        "'', '', '', 0-17, CT, CT CHEST, F, 19700101, false",
        "'', '', '', 0-17, CT, CT CHEST, F, 20200101, true",
        "'', '', '', 0-17, CT, CT CHEST, F, '', true"
    })
    void aMacroIsOfferedWithinItsLimits(
            String modality,
            String words,
            String sex,
            String ages,
            String studied,
            String description,
            String patient,
            String born,
            boolean isOffered) {
        TemplateUse use = new TemplateUse(Set.of(modality), Set.of(words), Set.of(), "", sex, AgeRange.of(ages));
        Macro macro = new Macro("limited", "", "x", use, Holder.reader("doe"));
        PatientAge age = PatientAge.on(LocalDate.of(2026, 11, 24), born);

        Macros macros = Macros.of(List.of(macro), new StudyKind(studied, description, "", patient, age));

        assertEquals(isOffered, macros.named("limited").isPresent());
    }

    @Test
    void personalBeatsFacilityBeatsShippedAndWhatIsKeptComesBack(@TempDir Path folder) throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            MacroShelf shelf = new MacroShelf("doe", CLOCK);
            assertTrue(text(database, shelf).startsWith("[solid"));

            shelf.keep(database, List.of(of(Holder.facility("fac_tx"), "pulmonary nodule", "Theirs.")));
            assertEquals("Theirs.", text(database, shelf));
            shelf.keep(database, List.of(of(Holder.reader("doe"), "Pulmonary Nodule", "Mine.")));
            assertEquals("Mine.", text(database, shelf));

            assertTrue(shelf.remove(database, Holder.reader("doe"), "pulmonary nodule"));
            assertFalse(shelf.remove(database, Holder.reader("doe"), "pulmonary nodule"));
            assertEquals("Theirs.", text(database, shelf));
        }
    }

    @Test
    void aMacroThatCouldNotBePutInIsRefusedWhenItIsKeptAndNothingOfItsListStays(@TempDir Path folder) throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            MacroShelf shelf = new MacroShelf("doe", CLOCK);
            List<Macro> wrong = List.of(mine("good one", "x"), mine("bad one", "{{macro:nowhere}}"));

            TemplateException refused = assertThrows(TemplateException.class, () -> shelf.keep(database, wrong));

            assertTrue(String.valueOf(refused.getMessage()).contains("nowhere"), refused.getMessage());
            assertFalse(database.read(tx -> shelf.forStudy(tx, "", CHEST))
                    .named("good one")
                    .isPresent());
            assertThrows(
                    TemplateException.class,
                    () -> shelf.keep(
                            database,
                            List.of(
                                    new Macro("first", "ab", "x", TemplateUse.ANY, Holder.reader("doe")),
                                    new Macro("second", "ab", "y", TemplateUse.ANY, Holder.reader("doe")))));
        }
    }

    @Test
    void aTextOfMacrosIsReadAndWrittenAlike() throws Exception {
        Holder mine = Holder.reader("doe");
        String text =
                "# name: normal knee\n# shortcut: nk\n# modality: MR\n# words: knee\n# sex: F\n# ages: 18-\nLine one.\n\nLine two.\n";

        List<Macro> read = MacroText.read("a.txt", text, mine);

        assertEquals("Line one.\n\nLine two.", read.get(0).text());
        assertEquals(read, MacroText.read("b.txt", MacroText.write(read), mine));
        TemplateException refused =
                assertThrows(TemplateException.class, () -> MacroText.read("a.txt", text.replace("nk", "n"), mine));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("a.txt: line 1: a shortcut has 2"), refused.getMessage());
        assertThrows(TemplateException.class, () -> MacroText.read("a.txt", "no head", mine));
    }

    @Test
    void theShippedMacrosCanAllBePutInAndAreWellNamed() throws Exception {
        Macros macros = Macros.of(ShippedMacros.ALL, CHEST);
        for (Macro macro : macros.all()) {
            assertFalse(macros.expand(macro, NOTHING).isBlank(), macro.name());
            assertEquals(List.of(), MacroName.advice(macro.name()), macro.name());
        }
        assertEquals(Optional.empty(), MacroCheck.of(ShippedMacros.ALL, ShippedMacros.ALL));
    }

    @Test
    void namesAreAdvisedToBeEasyToSay() {
        assertEquals(List.of("put the side last: \"knee left\""), MacroName.advice("left knee"));
        assertEquals(1, MacroName.advice("chest").size(), "one syllable");
        assertEquals(3, MacroName.advice("CXR-2").size() - 1);
        assertEquals(List.of(), MacroName.advice("normal knee left"));
    }

    private static String text(Database database, MacroShelf shelf) throws Exception {
        return database.read(tx -> shelf.forStudy(tx, "fac_tx", CHEST))
                .named("pulmonary nodule")
                .orElseThrow()
                .text();
    }

    private static Macro mine(String name, String text) {
        return of(Holder.reader("doe"), name, text);
    }

    private static Macro of(Holder holder, String name, String text) {
        return new Macro(name, "", text, TemplateUse.ANY, holder);
    }
}
