package org.candela.displayqa.ledger;

import java.time.Instant;
import org.candela.base.ScreenId;
import org.candela.displayqa.measure.LutBytes;
import org.candela.image.DisplayLut;

/**
 * The display table in force on a display.
 *
 * @param run sequence of the calibration that made it
 * @param rampSha256 hash of the graphics LUT it needs
 * @param isSimulated whether it was made with a simulated meter
 */
public record ActiveLut(
        ScreenId display, long run, Instant since, DisplayLut lut, String rampSha256, boolean isSimulated) {
    /** Hash of the table's entries. */
    public String sha256() {
        return LutBytes.sha256(lut);
    }
}
