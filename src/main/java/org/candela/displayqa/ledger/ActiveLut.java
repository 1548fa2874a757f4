package org.candela.displayqa.ledger;

import java.time.Instant;
import org.candela.base.ScreenId;
import org.candela.displayqa.measure.LutBytes;
import org.candela.image.DisplayLut;

/**
 * The display table in force on a display.
 *
 * @param run sequence of the calibration that made it
 * @param needs what else must be in force
 * @param isSimulated whether it was made with a simulated meter
 */
public record ActiveLut(
        ScreenId display, long run, Instant since, DisplayLut lut, TableNeeds needs, boolean isSimulated) {
    /** Hash of the graphics LUT it needs. */
    public String rampSha256() {
        return needs.rampSha256();
    }

    /** Hash of the table's entries. */
    public String sha256() {
        return LutBytes.sha256(lut);
    }
}
