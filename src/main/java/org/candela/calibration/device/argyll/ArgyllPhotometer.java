package org.candela.calibration.device.argyll;

import java.util.Map;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.WholeReading;
import org.candela.calibration.device.argyll.SpotreadLine.Detail;

/**
 * A meter read through spotread, one process a reading, so that nothing of one reading can reach the next.
 *
 * <p>Device thread; {@link #close} and the cancellation may come from any thread and end a reading under way. Errors:
 * {@code device.gone}, {@code device.wrong-position}, {@code device.needs-calibration}, {@code device.misread},
 * {@code device.communication}, {@code device.locked}, {@code device.unreadable}, {@code device.timeout}, {@code device.garbage},
 * {@code device.incomplete}.
 */
// [impl->req~device.spotread~1]
public final class ArgyllPhotometer implements OpenMeter, WholeReading {
    private final Spotread spotread;
    private final ArgyllCommand command;
    private final Identity identity;
    private final Cancellation cancellation;

    /**
     * How the meter is used.
     *
     * @param displayType letter of the kind of panel as {@code spotread -?} lists it; empty for the meter's own choice
     */
    public record Use(Aim aim, String displayType) {
        /** Lies on the screen. */
        public static final Use CONTACT = new Use(Aim.CONTACT, "");
        /** Stands before the screen, with a meter that can look from afar. */
        public static final Use TELESCOPIC = new Use(Aim.TELESCOPIC, "");
    }

    private ArgyllPhotometer(Spotread spotread, ArgyllCommand command, Identity identity, Cancellation cancellation) {
        this.spotread = spotread;
        this.command = command;
        this.identity = identity;
        this.cancellation = cancellation;
    }

    /** As {@link #open(Spotread, ArgyllInstrument, Use, Cancellation)}, ended by {@link #close} alone. */
    public static ArgyllPhotometer open(Spotread spotread, ArgyllInstrument instrument, Use use)
            throws DeviceException {
        return open(spotread, instrument, use, new Cancellation());
    }

    /** Takes a first reading, which proves the meter and makes it tell who it is. */
    public static ArgyllPhotometer open(Spotread spotread, ArgyllInstrument instrument, Use use, Cancellation whole)
            throws DeviceException {
        ArgyllCommand.Mode mode =
                use.aim() == Aim.TELESCOPIC ? ArgyllCommand.Mode.TELEPHOTO : ArgyllCommand.Mode.EMISSIVE;
        ArgyllCommand command = new ArgyllCommand(instrument, mode, use.displayType());
        Cancellation cancellation = whole.ofPart();
        SpotreadTalk.Answer first = SpotreadTalk.reading(spotread, command, SpotreadTalk.Wanted.LIGHT, cancellation);
        return new ArgyllPhotometer(spotread, command, identity(instrument, use.aim(), first.details()), cancellation);
    }

    /** The list names the maker first, as {@code "X-Rite i1 DisplayPro"}. */
    static Identity identity(ArgyllInstrument instrument, Aim aim, Map<Detail, String> details) {
        String model = instrument.isKnown() ? instrument.name() : details.getOrDefault(Detail.MODEL, instrument.text());
        return Identity.of(instrument.maker(), model, details.getOrDefault(Detail.SERIAL, ""), aim)
                .withFirmware(details.getOrDefault(Detail.FIRMWARE, ""));
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Seen measure() throws DeviceException {
        SpotreadLine line = reading();
        return line instanceof SpotreadLine.Light seen
                ? Seen.of(seen.light())
                : new Seen(((SpotreadLine.Grey) line).luminance(), Optional.empty());
    }

    private SpotreadLine reading() throws DeviceException {
        SpotreadTalk.Answer answer = SpotreadTalk.reading(spotread, command, SpotreadTalk.Wanted.LIGHT, cancellation);
        requireSame(answer.details().getOrDefault(Detail.SERIAL, identity.serial()));
        return answer.reading();
    }

    /** Port numbers move when something is plugged in; another meter's reading is worse than none. */
    private void requireSame(String serial) throws DeviceException {
        if (!serial.equals(identity.serial())) {
            throw new DeviceException(
                    "device.exchanged",
                    command.instrument().text(),
                    "meter " + identity.serial() + " was here, now it is " + serial + "; look for meters again");
        }
    }

    /** Ends a reading under way; no reading is taken afterwards. */
    @Override
    public void close() {
        cancellation.cancel();
    }
}
