package org.candela.displayqa.ledger;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.LutHolder;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.RampEffect;
import org.candela.displayqa.measure.RampSeen;

/**
 * What must be in force outside Candela for a display table to be right.
 *
 * @param rampSha256 hash of the graphics LUT
 * @param ramp its content where it holds the table; empty where it is neutral, or was as it was found
 * @param monitorSha256 hash of the monitor's LUT where that holds the table
 * @param rampEffect whether light follows the graphics LUT; where it does not, its content proves nothing
 */
public record TableNeeds(
        String rampSha256, Optional<GammaRamp> ramp, Optional<String> monitorSha256, RampEffect rampEffect) {
    /** Of a display that is as it was found: its graphics LUT is watched, and can be made by nobody here. */
    public static TableNeeds asFound(String rampSha256) {
        return new TableNeeds(rampSha256, Optional.empty(), Optional.empty(), RampEffect.NOT_TRIED);
    }

    /** Of a calibration. */
    static TableNeeds of(Calibration made, QaOutcome outcome) {
        boolean isInGraphics = made.holder() instanceof LutHolder.Graphics;
        boolean isInMonitor = made.holder() instanceof LutHolder.Monitor;
        return new TableNeeds(
                made.rampSha256(),
                isInGraphics ? Optional.of(made.tables().ramp()) : Optional.empty(),
                isInMonitor ? made.tables().monitor().map(GammaRamp::sha256) : Optional.empty(),
                outcome.all(RampSeen.class).map(RampSeen::effect).findFirst().orElse(RampEffect.NOT_TRIED));
    }

    /** Whether this graphics LUT is the needed one; any is, where it has no effect. */
    public boolean allows(GammaRamp found) {
        return rampEffect == RampEffect.WITHOUT_EFFECT || found.sha256().equals(rampSha256);
    }

    /** The graphics LUT to load on a display with so many inputs; empty where nobody here can make the one that is needed. */
    public Optional<GammaRamp> loadable(int inputs) {
        GammaRamp made = ramp.orElse(GammaRamp.identity(inputs));
        return made.size() == inputs && made.sha256().equals(rampSha256) ? Optional.of(made) : Optional.empty();
    }
}
