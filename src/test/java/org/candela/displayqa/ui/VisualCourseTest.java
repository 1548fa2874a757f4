package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.VisualAnswer.Outcome;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.junit.jupiter.api.Test;

// [utest->req~displayqa.visual~1]
class VisualCourseTest {
    @Test
    void theDailySetAsksEightQuestionsOneAfterTheOther() {
        VisualCourse course = new VisualCourse(VisualTests.DAILY);

        assertEquals(8, course.total());
        for (int i = 0; i < 8; i++) {
            assertEquals(i + 1, course.number());
            course.answer(Outcome.PASS);
        }
        assertTrue(course.isOver());
        VisualTest qc = VisualTests.DAILY.tests().get(0);
        assertEquals(5, course.answers(qc).size());
        course.answer(Outcome.FAIL); // after the end nothing is taken
        assertEquals(Outcome.PASS, course.answers(qc).get(4).outcome());
    }

    /** Level and upright line pairs are asked in the same words. */
    @Test
    void skippingAQuestionSkipsNotTheSameQuestionOfTheNextTest() {
        VisualCourse course = new VisualCourse(VisualTests.ACCEPTANCE);
        while (!course.now().test().id().equals("lines")) {
            course.answer(Outcome.SKIP);
        }

        course.answer(Outcome.SKIP);

        assertEquals("level-lines", course.now().test().id());
    }

    @Test
    void backTakesTheLastAnswerBack() {
        VisualCourse course = new VisualCourse(VisualTests.DAILY);
        course.answer(Outcome.FAIL);
        course.back();

        assertEquals(1, course.number());
        assertEquals(List.of(), course.answers(VisualTests.DAILY.tests().get(0)));
        course.back();
        assertEquals(1, course.number());
    }

    @Test
    void aForcedChoiceTakesItsDirectionsAloneAndIsSkippedAsAWhole() {
        VisualCourse course = new VisualCourse(VisualTests.ROOM_LIGHT);
        VisualTest ambient = VisualTests.ROOM_LIGHT.tests().get(0);

        course.answer(Outcome.PASS);
        course.choose(Direction.LEFT, Direction.UP);
        assertEquals(1, course.number(), "neither is an answer to left or right");
        course.choose(Direction.LEFT, Direction.LEFT);
        assertEquals(2, course.number());
        course.answer(Outcome.SKIP);

        assertTrue(course.isOver());
        assertEquals(Outcome.SKIP, course.answers(ambient).get(0).outcome());
    }

    @Test
    void aChoiceCarriedThroughIsScored() {
        VisualCourse course = new VisualCourse(VisualTests.ROOM_LIGHT);
        for (int i = 0; i < 8; i++) {
            course.choose(Direction.RIGHT, i == 3 ? Direction.LEFT : Direction.RIGHT);
        }

        assertTrue(course.isOver());
        assertEquals(
                Outcome.PASS,
                course.answers(VisualTests.ROOM_LIGHT.tests().get(0)).get(0).outcome());
    }

    @Test
    void wordsStayWithTheirQuestion() {
        VisualCourse course = new VisualCourse(VisualTests.DAILY);
        course.answer(Outcome.PASS);
        course.comment(course.now(), " corner of patch 3 ");
        course.answer(Outcome.FAIL);

        assertEquals("", course.comment(course.now()));
        assertEquals(
                "corner of patch 3",
                course.answers(VisualTests.DAILY.tests().get(0)).get(1).comment());
    }
}
