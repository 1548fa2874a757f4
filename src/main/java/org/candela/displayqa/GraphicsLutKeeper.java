package org.candela.displayqa;

import java.util.Optional;
import java.util.function.Function;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.TableNeeds;
import org.candela.displayqa.measure.RampEffect;
import org.candela.store.StoreException;

/**
 * Sees to it that a display's graphics LUT is the one its table was made with: other programs, and the system itself after
 * a resume or a change of displays, replace it without a word. Device thread.
 */
// [impl->req~displayqa.ramp-kept~1]
public final class GraphicsLutKeeper {
    private final QaLedger ledger;
    private final GraphicsLut graphicsLut;

    public GraphicsLutKeeper(QaLedger ledger, GraphicsLut graphicsLut) {
        this.ledger = ledger;
        this.graphicsLut = graphicsLut;
    }

    /** How a display's graphics LUT stands to its table. */
    public enum State {
        /** The display has no table, so any graphics LUT will do. */
        NOT_NEEDED,
        INTACT,
        REPLACED,
        /** Measured: light does not follow it. Whatever is in it proves nothing, and nothing is loaded. */
        WITHOUT_EFFECT
    }

    /** Looks, and changes nothing. */
    public State state(DisplayDevice display) throws DeviceException, StoreException {
        Optional<ActiveLut> active = ledger.activeLut(display.id());
        if (active.isEmpty()) {
            return State.NOT_NEEDED;
        }
        TableNeeds needs = active.orElseThrow().needs();
        if (needs.rampEffect() == RampEffect.WITHOUT_EFFECT) {
            return State.WITHOUT_EFFECT;
        }
        return needs.allows(graphicsLut.read(display)) ? State.INTACT : State.REPLACED;
    }

    /**
     * Loads what the display's table needs, as at the start of the program, and answers how it stands then.
     *
     * <p>That is the neutral ramp, or the one kept with the table where the graphics LUT holds it. Where it has got another
     * size since, the table needs one that can no longer be loaded, and a display that was verified as found needs the one
     * found then, which nobody here can make: nothing is loaded, and the answer is {@link State#REPLACED}.
     */
    public State restore(DisplayDevice display) throws DeviceException, StoreException {
        if (state(display) == State.REPLACED) {
            Optional<GammaRamp> needed =
                    ledger.activeLut(display.id()).map(ActiveLut::needs).flatMap(loadable(graphicsLut.size(display)));
            if (needed.isPresent()) {
                graphicsLut.load(display, needed.orElseThrow());
            }
        }
        return state(display);
    }

    private static Function<TableNeeds, Optional<GammaRamp>> loadable(int inputs) {
        return needs -> needs.loadable(inputs);
    }
}
