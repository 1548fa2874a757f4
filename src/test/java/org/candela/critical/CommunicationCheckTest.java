package org.candela.critical;

import static org.candela.critical.CriticalSamples.CHICAGO;
import static org.candela.critical.CriticalSamples.IDENTIFIED;
import static org.candela.critical.CriticalSamples.later;
import static org.candela.critical.CriticalSamples.loop;
import static org.candela.critical.CriticalSamples.policy;
import static org.candela.critical.CriticalSamples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CommunicationCheck.Kind;
import org.candela.critical.Happening.Corrected;
import org.candela.critical.Happening.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~critical.sentence~1]
// [utest->req~critical.sign-check~1]
// [utest->req~critical.terms~1]
class CommunicationCheckTest {
    private static List<Kind> kinds(String text, CriticalLoop... loops) {
        return new CommunicationCheck(policy(), List.of(loops))
                .of(text).stream().map(CommunicationCheck.Lack::kind).toList();
    }

    private static CriticalLoop closed() throws CriticalException {
        return loop().with(later(800, new Told(told())));
    }

    private static String sentence(CriticalLoop loop) {
        return ReportSentence.of(loop, CHICAGO).orElseThrow();
    }

    @Test
    void theSentenceHasTheSixItemsInTheZoneOfTheFacility() throws Exception {
        assertEquals(
                "Findings (tension pneumothorax, identified at 21:20) discussed with Roe, Richard, ED attending by Smith,"
                        + " Sam by telephone at 21:32 on 2026-11-28 CST; read back.",
                sentence(closed()));
    }

    @Test
    void overMidnightTheSentenceSaysBothDays() throws Exception {
        Communication late = new Communication(
                "Roe", "", "Smith", Method.IN_PERSON, IDENTIFIED.plusSeconds(3_600), ReadBack.NOT_READ_BACK, "hung up");
        CriticalLoop loop = loop().with(later(3_700, new Told(late)));

        assertEquals(
                Optional.of(
                        "Findings (tension pneumothorax, identified at 23:20 on 2026-11-28) discussed with Roe by Smith in"
                                + " person at 00:20 on 2026-11-29 GMT-04:00; not read back."),
                ReportSentence.of(loop, ZoneId.of("GMT-04:00")));
    }

    @Test
    void anOpenLoopHasNoSentence() {
        assertEquals(Optional.empty(), ReportSentence.of(loop(), CHICAGO));
        assertEquals(List.of(Kind.STILL_OPEN), kinds("Large tension pneumothorax.", loop()));
    }

    @Test
    void aReportWithItsSentenceLacksNothingHoweverItsLinesBreak() throws Exception {
        String text = "Large tension pneumothorax.\n" + sentence(closed()).replace(" by telephone", "\nby telephone");

        assertEquals(List.of(), kinds(text, closed()));
    }

    @Test
    void aCorrectedRecordMakesTheFormerSentenceWrong() throws Exception {
        Communication other = new Communication(
                "Roe, Rachel", "", "Smith, Sam", Method.TELEPHONE, told().receivedAt(), ReadBack.READ_BACK, "");
        CriticalLoop corrected = closed().with(later(900, new Corrected(other, "misheard")));

        assertEquals(List.of(Kind.SENTENCE_MISSING, Kind.SENTENCE_OF_ANOTHER), kinds(sentence(closed()), corrected));
        assertEquals(List.of(), kinds(sentence(corrected), corrected));
    }

    @Test
    void aSentenceThatNoRecordBacksIsFound() {
        assertEquals(
                List.of(Kind.SENTENCE_WITHOUT_RECORD), kinds("These findings were discussed with Dr. Roe at 9 pm."));
        assertEquals(List.of(), kinds("The patient was seen with her sister."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Large tension pneumothorax on the left. | tension pneumothorax",
                "No pneumothorax. | ",
                "No effusion or pneumothorax. | ",
                "There is a pneumothorax. | pneumothorax",
                "No effusion, but there is a pneumothorax. | pneumothorax",
                "The pneumothorax has resolved; resolved pneumothorax. | pneumothorax",
                "Resolved pneumothorax. | ",
                "History of appendicitis. | ",
                "Appendicitis is not seen. | ",
                "Without evidence of appendicitis. | ",
                "Findings of acute appendicitis. | appendicitis",
                "Bilateral pneumothoraxes. | pneumothorax",
                "Pneumothoraxlike artefact. | "
            })
    void aTermCountsWhereItIsAffirmed(String text, String terms) {
        List<String> found = CriticalTerms.in(text, policy().findings()).stream()
                .map(mention -> mention.finding().term())
                .toList();

        assertEquals(terms == null ? List.of() : List.of(terms), found);
    }

    @Test
    void aTermWithoutARecordIsFoundAndOneOfARecordIsNot() throws Exception {
        assertEquals(List.of(Kind.TERM_WITHOUT_RECORD), kinds("Acute appendicitis."));
        assertEquals(List.of(), kinds("A pneumothorax. " + sentence(closed()), closed()));
    }

    @Test
    void aWithdrawnLoopIsNoRecord() throws Exception {
        CriticalLoop withdrawn = loop().with(later(10, new Happening.Withdrawn("opened twice")));

        assertEquals(List.of(Kind.TERM_WITHOUT_RECORD), kinds("A pneumothorax.", withdrawn));
    }
}
