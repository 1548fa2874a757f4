package org.candela.calibration.device.sim;

/** How much of the light of its centre a panel gives elsewhere. */
@FunctionalInterface
public interface SimulatedField {
    /** The same everywhere. */
    SimulatedField EVEN = (across, down) -> 1;

    /** Falls off with the square of the distance from the centre, a little more at the bottom, by a fifth in the corners. */
    SimulatedField FALLING = (across, down) -> {
        double x = 2 * across - 1;
        double y = 2 * down - 1;
        return 1 - 0.1 * (x * x + y * y + 0.2 * Math.max(0, y));
    };

    /**
     * @param across 0 (left) to 1
     * @param down 0 (top) to 1
     * @return share of the light in the centre, > 0
     */
    double share(double across, double down);

    /** The left side {@code loss} darker than the right one, evenly between; the centre stays 1. */
    static SimulatedField tilted(double loss) {
        return (across, down) -> 1 + loss * (across - 0.5);
    }

    /** {@link #EVEN} but for the lower right ninth, where a part of the backlight is out. */
    static SimulatedField dimCorner(double share) {
        return (across, down) -> across > 2 / 3.0 && down > 2 / 3.0 ? share : 1;
    }
}
