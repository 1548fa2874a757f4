package org.candela.dictation.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.dictation.SpeechException;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    // [utest->req~dictation.vocabulary~1]
    @Test
    void wordsBelongToTheirReaderAndOutliveTheProgram() throws StoreException {
        AddedWord word = new AddedWord("Gadavist", "gad a vist", Kind.TERM);
        try (Database database = open()) {
            new Vocabulary(database, clock, "one").add(new AddedWord("Gadavist", "", Kind.TERM));
            new Vocabulary(database, clock, "one").add(word);
        }

        try (Database database = open()) {
            assertEquals(List.of(word), new Vocabulary(database, clock, "one").words());
            assertEquals(List.of(), new Vocabulary(database, clock, "other").words());
            assertTrue(new Vocabulary(database, clock, "one").drop("Gadavist"));
            assertFalse(new Vocabulary(database, clock, "one").drop("Gadavist"));
        }
    }

    @Test
    void theReadersWayToSayANameGoesBeforeTheNamesOwn() throws StoreException {
        try (Database database = open()) {
            Vocabulary vocabulary = new Vocabulary(database, clock, "one");
            vocabulary.add(new AddedWord("Doe", "dough", Kind.PERSON));

            List<AddedWord> added = vocabulary
                    .spoken(List.of("next field"), () -> NameWords.of("DOE^JANE", Kind.PERSON))
                    .added();

            assertEquals(
                    List.of(new AddedWord("Doe", "dough", Kind.PERSON), new AddedWord("Jane", "", Kind.PERSON)), added);
        }
    }

    // [utest->req~dictation.engine-choice~1]
    @Test
    void theEngineThatWasChosenIsKept() throws CandelaException {
        try (Database database = open()) {
            Vocabulary vocabulary = new Vocabulary(database, clock, "one");
            assertEquals(EngineChoice.BUILT_IN, vocabulary.engine());

            vocabulary.choose("vosk:/models/en");

            assertEquals(new EngineChoice(EngineChoice.Kind.VOSK, Path.of("/models/en")), vocabulary.engine());
            assertThrows(SpeechException.class, () -> vocabulary.choose("vosk:"));
            assertThrows(SpeechException.class, () -> vocabulary.choose("sphinx:/x"));
        }
    }

    // [utest->req~dictation.learned~1]
    @Test
    void aCorrectedWordIsProposedWithWhatWasHeardInItsPlace() {
        List<String> heard = List.of("ten", "milliliters", "of", "gad", "a", "fist", "was", "administered");

        assertEquals(
                List.of(new AddedWord("Gadavist", "gad a fist", Kind.TERM)),
                Correction.proposals(
                        heard,
                        "ten milliliters of Gadavist was administered.",
                        Set.of("ten", "milliliters", "of", "was", "administered")::contains));
    }

    @Test
    void knownWordsNumbersAndWhatWasHeardRightAreNotProposed() {
        Set<String> known = Set.of("no", "left", "right", "effusion");

        assertEquals(
                List.of(),
                Correction.proposals(
                        List.of("no", "left", "effusion"),
                        "No right effusion, 6 mm.",
                        word -> known.contains(word) || word.equals("mm")));
        assertEquals(List.of(), Correction.proposals(List.of(), "", known::contains));
    }

    @Test
    void whereSeveralWordsWereCorrectedTogetherNoneSoundsLikeAllOfIt() {
        assertEquals(
                List.of(new AddedWord("Zyntrel", "", Kind.TERM), new AddedWord("Quorix", "", Kind.TERM)),
                Correction.proposals(
                        List.of("given", "zin", "trail", "core", "ricks"), "given Zyntrel Quorix", "given"::equals));
    }

    // [utest->req~dictation.learned~1]
    @Test
    void theWordsOfAnUtteranceAreFoundWhereTheyWentInTheReport() {
        String report = "Two views of the chest.\nTen milliliters of Gadavist were administered. No effusion.";

        assertEquals(
                "Ten milliliters of Gadavist were administered",
                Correction.placeOf(
                        List.of("Ten", "milliliters", "of", "gad", "a", "fist", "were", "administered"), report));
        assertEquals("No effusion", Correction.placeOf(List.of("no", "effusions"), report));
        assertEquals("", Correction.placeOf(List.of("quite", "another", "sentence"), report));
        assertEquals("", Correction.placeOf(List.of(), report));
    }

    // [utest->req~dictation.learned~1]
    @Test
    void aWordThatWasAddedOrDeclinedIsOfferedNoMore() throws StoreException {
        try (Database database = open()) {
            Vocabulary vocabulary = new Vocabulary(database, clock, "one");
            List<AddedWord> offered =
                    List.of(new AddedWord("Zyntrel", "zin trail", Kind.TERM), new AddedWord("Quorix", "", Kind.TERM));
            vocabulary.propose(offered);
            vocabulary.propose(offered.subList(1, 2));
            assertEquals(
                    List.of("Quorix 2", "Zyntrel 1"),
                    vocabulary.proposals().stream()
                            .map(one -> one.word().text() + " " + one.times())
                            .toList());
            assertEquals(List.of(), new Vocabulary(database, clock, "other").proposals());

            vocabulary.add(new AddedWord("zyntrel", "", Kind.TERM));
            assertTrue(vocabulary.decline("Quorix"));
            vocabulary.propose(offered);

            assertEquals(List.of(), vocabulary.proposals());
        }
    }

    @Test
    void namesOfPersonsAndFacilitiesAreWordsWithCapitals() {
        assertEquals(
                List.of(new AddedWord("McKenzie", "", Kind.PERSON), new AddedWord("Jane", "", Kind.PERSON)),
                NameWords.of("McKenzie^JANE^Q^^", Kind.PERSON));
        assertEquals(List.of(), NameWords.of("^^^ 12 !", Kind.FACILITY));
    }

    private Database open() throws StoreException {
        return Database.open(folder.resolve("candela.db"), clock);
    }
}
