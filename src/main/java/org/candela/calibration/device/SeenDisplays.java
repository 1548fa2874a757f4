package org.candela.calibration.device;

import java.util.Comparator;
import java.util.List;

/**
 * What a driver saw plugged in when it was last asked, so that it can tell when that is another. Device thread.
 *
 * @param <T> one display as the system tells of it
 */
public final class SeenDisplays<T> {
    private static final Comparator<DisplayDevice> LEFT_TO_RIGHT =
            Comparator.comparingInt(device -> device.place().x());

    private List<T> last = List.of();

    /** Asks the system what is there now. */
    @FunctionalInterface
    public interface Look<T> {
        List<T> now() throws DeviceException;
    }

    /** Keeps what is there now, for {@link #isChanged}. */
    public List<T> see(Look<T> look) throws DeviceException {
        last = List.copyOf(look.now());
        return last;
    }

    /** Looks anew; a failure counts as a change, and listing the displays tells it. A change is told once. */
    public boolean isChanged(Look<T> look) {
        List<T> before = last;
        try {
            return !see(look).equals(before);
        } catch (DeviceException e) {
            return true;
        }
    }

    /** As displays stand on the desktop. */
    public static List<DisplayDevice> fromLeft(List<DisplayDevice> displays) {
        return displays.stream().sorted(LEFT_TO_RIGHT).toList();
    }
}
