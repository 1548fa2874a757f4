package org.candela.calibration.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.calibration.Assessment;
import org.candela.calibration.pattern.VisualAnswer.Outcome;
import org.candela.calibration.pattern.VisualAnswer.Trial;
import org.candela.calibration.pattern.VisualResult.PixelMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisualTestsTest {
    private static final VisualTest QC = VisualTests.DAILY.tests().get(0);
    private static final VisualTest AMBIENT = VisualTests.ROOM_LIGHT.tests().get(0);
    private static final PatternRequest REQUEST = PatternRequest.of(Painted.BASE);

    // [utest->req~calibration.visual-result~1]
    @Test
    void aResultPassesOnlyWhenEveryQuestionWasPassedOverAWholePatternOneToOne() {
        assertEquals(
                Assessment.PASS, result(PixelMatch.EXACT, all(Outcome.PASS)).outcome());
        assertEquals(
                Assessment.NOT_ASSESSED,
                result(PixelMatch.NOT_ONE_TO_ONE, all(Outcome.PASS)).outcome());
        assertEquals(
                Assessment.NOT_ASSESSED,
                result(PixelMatch.CUT_OFF, all(Outcome.PASS)).outcome());
    }

    // [utest->req~calibration.visual-result~1]
    @Test
    void oneSkippedOrMissingAnswerIsNeverAPassAndOneFailureIsAFailure() {
        for (int i = 0; i < QC.questions().size(); i++) {
            List<VisualAnswer> skipped = all(Outcome.PASS);
            skipped.set(i, VisualAnswer.of(QC.questions().get(i), Outcome.SKIP, ""));
            List<VisualAnswer> missing = all(Outcome.PASS);
            missing.remove(i);
            List<VisualAnswer> failed = all(Outcome.SKIP);
            failed.set(i, VisualAnswer.of(QC.questions().get(i), Outcome.FAIL, "a stain"));

            assertEquals(
                    Assessment.NOT_ASSESSED, result(PixelMatch.EXACT, skipped).outcome());
            assertEquals(
                    Assessment.NOT_ASSESSED, result(PixelMatch.EXACT, missing).outcome());
            assertEquals(Assessment.FAIL, result(PixelMatch.EXACT, failed).outcome());
            assertEquals(Assessment.FAIL, result(PixelMatch.CUT_OFF, failed).outcome());
        }
        assertEquals(
                Assessment.NOT_ASSESSED, result(PixelMatch.EXACT, List.of()).outcome());
    }

    // [utest->req~calibration.visual-result~1]
    @Test
    void answersToOtherQuestionsAndTwoToOneAreRefused() {
        VisualAnswer foreign = VisualAnswer.of(AMBIENT.questions().get(0), Outcome.PASS, "");
        VisualAnswer own = VisualAnswer.of(QC.questions().get(0), Outcome.PASS, "");

        assertThrows(IllegalArgumentException.class, () -> result(PixelMatch.EXACT, List.of(foreign)));
        assertThrows(IllegalArgumentException.class, () -> result(PixelMatch.EXACT, List.of(own, own)));
        assertThrows(IllegalArgumentException.class, () -> new VisualConditions(" ", 300, ""));
        assertThrows(IllegalArgumentException.class, () -> new VisualConditions("reader", -1, ""));
    }

    /** Binomial tails: C(8,7)+1 of 256 = 9/256; C(5,4)·3+1 of 1024 = 16/1024. */
    // [utest->req~calibration.visual-choice~1]
    @ParameterizedTest
    @CsvSource({
        "8,8,2,0.00390625,true",
        "7,8,2,0.03515625,true",
        "6,8,2,0.14453125,false",
        "4,8,2,0.63671875,false",
        "5,5,4,0.0009765625,true",
        "4,5,4,0.015625,true",
        "3,5,4,0.103515625,false",
        "0,5,4,1,false"
    })
    void aScoreIsSeenWhenGuessingDoesNotExplainIt(
            int right, int trials, int alternatives, double chance, boolean seen) {
        ChoiceScore score = new ChoiceScore(right, trials, alternatives);

        assertEquals(chance, score.chance(), 1e-12);
        assertEquals(1.0 / alternatives, score.guessing());
        assertEquals(seen, score.isSeen());
    }

    // [utest->req~calibration.visual-choice~1]
    @ParameterizedTest
    @CsvSource({"0,PASS", "1,PASS", "2,FAIL", "8,FAIL"})
    void aForcedChoiceIsScoredAgainstTheTruth(int wrong, Outcome expected) {
        List<Trial> trials = trials(wrong, 8);

        VisualAnswer answer = VisualAnswer.of(AMBIENT.questions().get(0), trials, "");

        assertEquals(expected, answer.outcome());
        assertEquals(
                8 - wrong,
                answer.score(AMBIENT.questions().get(0)).orElseThrow().right());
    }

    // [utest->req~calibration.visual-choice~1]
    @Test
    void aForcedChoiceThatWasNotCarriedThroughIsSkipped() {
        VisualAnswer answer = VisualAnswer.of(AMBIENT.questions().get(0), trials(0, 7), "");

        assertEquals(Outcome.SKIP, answer.outcome());
        assertTrue(answer.score(AMBIENT.questions().get(0)).isEmpty());
    }

    // [utest->req~calibration.visual-sets~1]
    @Test
    void theDailySetIsQcContrastRoomAndOneLinePairInLessThanTwoMinutes() {
        List<String> patterns = VisualTests.DAILY.tests().stream()
                .map(test -> test.pattern().id())
                .toList();

        assertEquals(List.of("SYN-QC", "SYN-CT", "SYN-AD", "SYN-LPV50"), patterns);
        assertTrue(VisualTests.DAILY.expectedTime().compareTo(Duration.ofMinutes(2)) < 0);
        assertEquals(Duration.ofSeconds(84), VisualTests.DAILY.expectedTime());
    }

    // [utest->req~calibration.visual-sets~1]
    @Test
    void testsHaveIdsOfTheirOwnAndChoicesThatTheirPatternsKnow() {
        List<String> ids =
                VisualTests.ACCEPTANCE.tests().stream().map(VisualTest::id).toList();
        assertEquals(ids.size(), ids.stream().collect(Collectors.toSet()).size());
        for (VisualSet set : VisualTests.sets()) {
            for (VisualTest test : set.tests()) {
                for (VisualQuestion question : test.questions()) {
                    int last = question.choice().firstStep() + question.choice().trials() - 1;
                    for (int step = question.choice().firstStep(); step <= last; step++) {
                        assertTrue(test.pattern().truth(REQUEST.withStep(step)).isPresent(), test.id() + " " + step);
                    }
                    assertTrue(last < test.pattern().steps(Painted.BASE));
                }
            }
        }
    }

    /** A limit that could not be opened is said to be unverified, here and in the documents. */
    // [utest->req~calibration.visual-sets~1]
    @Test
    void rulesFromMemorySaySo() {
        List<String> unverified = VisualTests.ACCEPTANCE.tests().stream()
                .filter(test -> test.questions().get(0).passRule().contains("(unverified)"))
                .map(VisualTest::id)
                .toList();

        assertEquals(List.of("glare", "noise", "motion"), unverified);
        assertFalse(QC.questions().get(0).passRule().isBlank());
    }

    private static List<VisualAnswer> all(Outcome outcome) {
        List<VisualAnswer> answers = new ArrayList<>();
        QC.questions().forEach(question -> answers.add(VisualAnswer.of(question, outcome, "")));
        return answers;
    }

    private static List<Trial> trials(int wrong, int count) {
        List<Trial> trials = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            Direction truth = AMBIENT.pattern().truth(REQUEST.withStep(step)).orElseThrow();
            Direction other = truth == Direction.LEFT ? Direction.RIGHT : Direction.LEFT;
            trials.add(new Trial(step, truth, step < wrong ? other : truth));
        }
        return trials;
    }

    private static VisualResult result(PixelMatch match, List<VisualAnswer> answers) {
        PatternImage image = QC.pattern().paint(REQUEST);
        VisualConditions conditions = new VisualConditions("reader", 300, "20 lx");
        return new VisualResult(QC, VisualResult.Shown.of(image), match, conditions, answers);
    }
}
