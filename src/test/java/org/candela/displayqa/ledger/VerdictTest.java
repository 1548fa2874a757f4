package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Quantity;
import org.junit.jupiter.api.Test;

class VerdictTest {
    // [utest->req~displayqa.verdict~1]
    @Test
    void theOverallResultIsTheWorstAndWhatWasNotMeasuredIsNotAssessed() throws Exception {
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");

        List<Verdict> verdicts = Verdict.all(
                profile, Figures.usual(Map.of(Quantity.MAXIMUM_LUMINANCE, 350.0, Quantity.CONTRAST_DEVIATION, 0.101)));

        assertEquals(Assessment.FAIL, Verdict.overall(verdicts));
        assertEquals(Assessment.PASS, verdicts.get(0).result());
        assertEquals(Assessment.NOT_ASSESSED, verdicts.get(1).result());
        assertEquals(Assessment.NOT_ASSESSED, Verdict.overall(List.of()));
        assertEquals(Assessment.NOT_ASSESSED, Verdict.overall(verdicts.subList(0, 2)));
    }
}
