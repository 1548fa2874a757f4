package org.candela.displayqa;

import java.time.Instant;
import java.util.List;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.device.DisplayDevice;

/**
 * One finished QA run on one display: what was measured, with what, under which conditions, and what that means.
 *
 * @param isSimulated whether the display or the meter does not exist; printed wherever the record is shown
 */
public record QaRecord(
        Instant at,
        DisplayDevice display,
        boolean isSimulated,
        TestBench.Room room,
        Calibration calibration,
        CalibrationProfile profile,
        List<Verdict> verdicts) {
    public QaRecord {
        verdicts = List.copyOf(verdicts);
    }

    /** Overall result under the record's profile: the worst verdict. */
    public Verdict.Result overall() {
        return Verdict.overall(verdicts);
    }

    ContrastResponse response() {
        return calibration.after();
    }
}
