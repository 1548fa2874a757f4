package org.candela.calibration.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Cancellation;

/** All meters within reach, whichever way they are reached. Device thread. */
// [impl->req~device.meter-shelf~1]
public final class MeterShelf {
    private final List<MeterSource> sources;

    public MeterShelf(List<MeterSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The same shelf with one way more. */
    public MeterShelf with(MeterSource more) {
        return new MeterShelf(Stream.concat(sources.stream(), Stream.of(more)).toList());
    }

    /**
     * What was found.
     *
     * @param meters in the order of their sources
     * @param advice one line for each source that could not look, with what to do
     */
    public record Found(List<AttachedMeter> meters, List<String> advice) {
        public Found {
            meters = List.copyOf(meters);
            advice = List.copyOf(advice);
        }
    }

    /** Looks everywhere; a source that cannot look keeps none of the others from it. */
    public Found look(Cancellation cancellation) {
        List<AttachedMeter> meters = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        for (MeterSource source : sources) {
            cancellation.throwIfRequested();
            try {
                meters.addAll(source.attached(cancellation));
            } catch (DeviceException e) {
                advice.add(source.name() + ": " + e.getMessage());
            }
        }
        return new Found(meters, advice);
    }

    /** The first meter here that measures the light of a room, by its diffuser; empty where none does. */
    public Optional<AmbientLightSensor> lightSensor(Cancellation cancellation) throws DeviceException {
        for (AttachedMeter meter : look(cancellation).meters()) {
            for (MeterSource source : sources) {
                Optional<AmbientLightSensor> sensor = source.name().equals(meter.source())
                        ? source.lightSensor(meter, cancellation)
                        : Optional.empty();
                if (sensor.isPresent()) {
                    return sensor;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a meter that was found here.
     *
     * @throws DeviceException when it cannot be used, {@code device.unsupported} where it cannot be aimed as asked
     */
    public OpenMeter open(AttachedMeter meter, Cancellation cancellation) throws DeviceException {
        for (MeterSource source : sources) {
            if (source.name().equals(meter.source())) {
                return aimed(source.open(meter, cancellation), meter);
            }
        }
        throw new DeviceException("device.gone", meter.id(), "there is no way named " + meter.source());
    }

    /** Room light would be added twice, or never, to what a meter reads that is aimed otherwise than told. */
    private static OpenMeter aimed(OpenMeter opened, AttachedMeter wanted) throws DeviceException {
        boolean seesRoom = opened.identity().aim().seesRoom();
        boolean isAsWanted = wanted.aim().map(aim -> aim.seesRoom() == seesRoom).orElse(true);
        if (!isAsWanted) {
            opened.close();
            throw new DeviceException(
                    "device.unsupported",
                    wanted.id(),
                    seesRoom ? "this meter stands before the screen" : "this meter lies on the screen");
        }
        return opened;
    }
}
