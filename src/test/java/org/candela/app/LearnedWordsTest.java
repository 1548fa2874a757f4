package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.candela.audit.AuditLog;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.dictation.vocabulary.ProposedWord;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.order.Order;
import org.candela.order.OrderSamples;
import org.candela.order.Orders;
import org.candela.report.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedWordsTest {
    @TempDir
    private Path home;

    // [utest->req~dictation.learned~1]
    @Test
    void whatAReaderWroteInPlaceOfWhatWasHeardIsOfferedAndNothingOfThePatient() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            Vocabulary vocabulary = new Vocabulary(desk.database, desk.clock, "one");
            say(desk, "there is a right zore be fist effusion");
            say(desk, "lungs are clear");
            say(desk, "discussed with the mother of zebra day by telephone");

            new LearnedWords(desk.utterances, vocabulary, AccuracyTrend::plain)
                    .signed(
                            KeptDesk.DRAFT,
                            "Lungs are clear. There is a right Zorbivist effusion.\n"
                                    + "Discussed with the mother of Zebedee by telephone. Quite another Wordlet.",
                            "Zebedee^Quillon");

            assertEquals(
                    List.of(new AddedWord("Zorbivist", "zore be fist", Kind.TERM)),
                    vocabulary.proposals().stream().map(ProposedWord::word).toList());
        }
    }

    private static void say(KeptDesk desk, String text) throws Exception {
        UUID id = desk.spoken(500);
        List<SpokenWord> words = Arrays.stream(text.split(" "))
                .map(word -> new SpokenWord(word, 0.9, Duration.ZERO, Duration.ZERO))
                .toList();
        desk.utterances.heard(id, new Transcript(words), "test-1");
        desk.utterances.taken(id);
    }

    // [utest->req~dictation.vocabulary~1]
    @Test
    void whoRefersAndWhoOrdersIsKnownToTheEngine() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            Order order = OrderSamples.order();
            Orders orders = new Orders(desk.database, new AuditLog(), desk.clock);
            desk.database.change(tx -> {
                tx.update("INSERT INTO facility_answer VALUES ('north', '2026-11-29T03:00:00Z')");
                tx.update("INSERT INTO reading (facility_id, study_uid, first_seen, state)"
                        + " VALUES ('north', '1.2.3', '2026-11-29T03:00:00Z', 'READY')");
                tx.update(
                        "INSERT INTO listed_study (facility_id, study_uid, patient_id, patient_id_issuer, patient_name,"
                                + " patient_sex, accession_number, description, referring_physician, modalities, instance_count)"
                                + " VALUES ('north', '1.2.3', 'M', '', 'A^B', 'F', 'A1', '', 'OYELARAN^TAIWO^^DR', 'CT', 1)");
            });
            orders.keep(new Order(
                    order.facility(),
                    order.source(),
                    order.numbers(),
                    order.request(),
                    order.subject(),
                    new Order.Orderer("KRZYWICKI^ANNA", ""),
                    new Order.Times(java.util.Optional.empty(), java.util.Optional.empty(), desk.clock.instant()),
                    order.status(),
                    order.step()));

            List<AddedWord> names = SpeechEngines.names(new Ledger(desk.database, new AuditLog(), desk.clock));

            assertTrue(
                    names.containsAll(List.of(
                            new AddedWord("Oyelaran", "", Kind.PERSON),
                            new AddedWord("Taiwo", "", Kind.PERSON),
                            new AddedWord("Krzywicki", "", Kind.PERSON),
                            new AddedWord("Anna", "", Kind.PERSON))),
                    names.toString());
        }
    }
}
