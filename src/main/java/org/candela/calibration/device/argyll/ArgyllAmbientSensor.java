package org.candela.calibration.device.argyll;

import org.candela.base.Cancellation;
import org.candela.calibration.Illuminance;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;

/** A meter with its diffuser before it, read through {@code spotread -a}. Errors as {@link ArgyllPhotometer}. */
// [impl->req~device.spotread~1]
public final class ArgyllAmbientSensor implements AmbientLightSensor, AutoCloseable {
    private final Spotread spotread;
    private final ArgyllCommand command;
    private final Cancellation cancellation;

    /** Reads once {@link #read} is called; {@code whole} ends a reading under way. */
    public ArgyllAmbientSensor(Spotread spotread, ArgyllInstrument instrument, Cancellation whole) {
        this.spotread = spotread;
        this.command = new ArgyllCommand(instrument, ArgyllCommand.Mode.AMBIENT, "");
        this.cancellation = whole.ofPart();
    }

    @Override
    public String identity() {
        return command.instrument().text();
    }

    @Override
    public Illuminance read() throws DeviceException {
        SpotreadLine line = SpotreadTalk.reading(spotread, command, SpotreadTalk.Wanted.AMBIENT, cancellation)
                .reading();
        return ((SpotreadLine.Ambient) line).illuminance();
    }

    @Override
    public void close() {
        cancellation.cancel();
    }
}
