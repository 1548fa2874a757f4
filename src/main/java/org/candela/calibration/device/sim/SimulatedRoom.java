package org.candela.calibration.device.sim;

import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;

/** A room that does not exist, dark at first: its light falls on the screen, which reflects a part of it. Device thread. */
public final class SimulatedRoom {
    private final double diffuseReflection;
    private double lux;

    /**
     * @param diffuseReflection Rd of the screen, cd/m² per lx, > 0; 0.01 to 0.02 for most
     */
    public SimulatedRoom(double diffuseReflection) {
        if (!(diffuseReflection > 0)) {
            throw new IllegalArgumentException("Rd must be positive: " + diffuseReflection);
        }
        this.diffuseReflection = diffuseReflection;
    }

    /** Somebody turns the light on the screen to so many lx. */
    public void light(double otherLux) {
        lux = otherLux;
    }

    /** So much light that the screen reflects this luminance. */
    public void reflecting(Luminance ambient) {
        lux = ambient.cdPerM2() / diffuseReflection;
    }

    Illuminance illuminance() {
        return new Illuminance(lux);
    }

    /** What the screen reflects: Rd · E. */
    Luminance reflected() {
        return illuminance().reflectedBy(diffuseReflection);
    }
}
