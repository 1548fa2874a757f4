package org.candela.cli;

import java.util.List;
import org.candela.calibration.device.MeterShelf;

/**
 * Where the commands of {@code candela qa} look for meters.
 *
 * @param real the meters of this machine
 * @param simulated those that do not exist
 */
public record SensorShelves(MeterShelf real, MeterShelf simulated) {
    /** Nothing anywhere. */
    public static final SensorShelves EMPTY = new SensorShelves(new MeterShelf(List.of()), new MeterShelf(List.of()));
}
