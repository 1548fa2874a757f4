package org.candela.calibration;

/** Where a display's table shall be held. */
// [impl->req~calibration.plan~1]
public enum HoldWish {
    /**
     * The best of the renderer and the graphics LUT by the rule of {@link LutPlan}. A monitor's LUT is never taken without
     * being asked for: hardly any monitor has one, and nobody has verified the order of its bytes.
     */
    BEST,
    RENDERER,
    GRAPHICS,
    MONITOR;

    /** Whether {@code holder} is what is wished. */
    public boolean allows(LutHolder holder) {
        return switch (this) {
            case BEST -> !(holder instanceof LutHolder.Monitor);
            case RENDERER -> holder instanceof LutHolder.Renderer;
            case GRAPHICS -> holder instanceof LutHolder.Graphics;
            case MONITOR -> holder instanceof LutHolder.Monitor;
        };
    }
}
