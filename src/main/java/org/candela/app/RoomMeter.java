package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.Photometer;
import org.jspecify.annotations.Nullable;

/**
 * The meter that displays are measured with: the one that was chosen, else the only one there is. Opened when first wanted,
 * let go when it fails or another is chosen, so that one plugged in anew is found. Device thread.
 */
// [impl->req~app.room-meter~1]
final class RoomMeter implements Photometer, AutoCloseable {
    private final MeterShelf shelf;
    private final Choice choice;
    private final Cancellation cancellation;
    private @Nullable OpenMeter opened;
    private List<ChosenMeter> openedFor = List.of();
    private Identity identity = Identity.of("", "no meter yet", "", Aim.CONTACT);

    /** Who says which meter is meant. */
    @FunctionalInterface
    interface Choice {
        /** The one named, then the one remembered, as far as there are such. */
        List<ChosenMeter> meant() throws CandelaException;
    }

    /** @param cancellation ends a reading under way */
    RoomMeter(MeterShelf shelf, Choice choice, Cancellation cancellation) {
        this.shelf = shelf;
        this.choice = choice;
        this.cancellation = cancellation;
    }

    /**
     * Opens the meter that is meant unless it is open. One that is read by eye begins anew with each run.
     *
     * @throws CandelaException {@code device.no-meter} or {@code device.which-meter} when it is not certain which
     */
    void require() throws CandelaException {
        List<ChosenMeter> meant = choice.meant();
        if (!meant.equals(openedFor) || identity.aim().isTyped()) {
            close();
        }
        if (opened == null) {
            opened = shelf.open(ChosenMeter.pick(shelf.look(cancellation), meant), cancellation);
            openedFor = meant;
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
}
