package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.Photometer;
import org.jspecify.annotations.Nullable;

/**
 * The meter that lies on the table: opened when first wanted, let go when it fails, so that one plugged in anew is found.
 * Device thread.
 */
// [impl->req~app.room-meter~1]
final class RoomMeter implements Photometer, AutoCloseable {
    private final MeterShelf shelf;
    private @Nullable OpenMeter opened;
    private Identity identity = Identity.of("", "no meter yet", "", Aim.CONTACT);

    RoomMeter(MeterShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Opens the first meter on the shelf unless one is open.
     *
     * @throws CandelaException {@code app.no-meter} with what each way to meters advises
     */
    void require() throws CandelaException {
        if (opened == null) {
            Cancellation never = new Cancellation();
            MeterShelf.Found found = shelf.look(never);
            Optional<AttachedMeter> meter = found.meters().stream()
                    .filter(one -> one.kind() == AttachedMeter.Kind.METER && !one.isSimulated())
                    .findFirst();
            if (meter.isEmpty()) {
                throw new CandelaException("app.no-meter", noMeter(found.advice()));
            }
            opened = shelf.open(meter.orElseThrow(), never);
            identity = opened.identity();
        }
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Luminance read() throws DeviceException {
        return asked(OpenMeter::read);
    }

    @Override
    public Optional<Tristimulus> readColour() throws DeviceException {
        return asked(OpenMeter::readColour);
    }

    @Override
    public Seen measure() throws DeviceException {
        return asked(OpenMeter::measure);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    /** A question to the meter. */
    private interface Question<T> {
        T ask(OpenMeter meter) throws DeviceException;
    }

    private <T> T asked(Question<T> question) throws DeviceException {
        try {
            return question.ask(open());
        } catch (DeviceException e) {
            close();
            throw e;
        }
    }

    private OpenMeter open() throws DeviceException {
        if (opened == null) {
            throw new DeviceException(
                    "device.gone", identity.text(), "the meter was let go after it failed; begin anew");
        }
        return opened;
    }

    private static String noMeter(List<String> advice) {
        String why = advice.isEmpty() ? "" : " (" + String.join("; ", advice) + ")";
        return "no luminance meter is plugged in" + why + "; candela qa sensors lists what is within reach";
    }
}
