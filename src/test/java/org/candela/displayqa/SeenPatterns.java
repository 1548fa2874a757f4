package org.candela.displayqa;

import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualTest;

/** What an observer who answers every question alike says of a pattern. */
public final class SeenPatterns {
    private SeenPatterns() {}

    /** Every question of the test with this answer. */
    public static VisualResult looked(VisualTest test, VisualAnswer.Outcome outcome) {
        return new VisualResult(
                test,
                new VisualResult.Shown(
                        test.pattern().facts(), PatternRequest.of(new PatternSize(1536, 2048)), "synthetic"),
                VisualResult.PixelMatch.EXACT,
                new VisualConditions("observer", 600, "dark"),
                test.questions().stream()
                        .map(question -> VisualAnswer.of(question, outcome, ""))
                        .toList());
    }
}
