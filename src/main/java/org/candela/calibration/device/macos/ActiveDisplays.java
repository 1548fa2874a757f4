package org.candela.calibration.device.macos;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;

/**
 * The displays that show something, each with the EDID of its panel.
 *
 * <p>CoreGraphics has of each display the maker, model and serial number of its EDID, and no way to the EDID itself; wires
 * and registry have EDIDs. They are paired by these three numbers, never by order. Device thread.
 */
// [impl->req~device.macos~1]
final class ActiveDisplays {
    private static final int MOST = 32;

    private final Mac api;

    ActiveDisplays(Mac api) {
        this.api = api;
    }

    /**
     * A display now.
     *
     * @param id CGDirectDisplayID, good until displays change
     */
    record Active(int id, DisplayDevice device) {}

    /**
     * A display by the numbers CoreGraphics has of it.
     *
     * @param vendor letters of the maker, five bits each (E-EDID 1.4 §3.4.1)
     */
    record Numbers(int id, int vendor, int model, int serial, Place place) {
        boolean fits(Edid edid) {
            return vendor == vendorOf(edid) && model == edid.product() && serial == (int) edid.serialNumber();
        }

        boolean isLike(Numbers other) {
            return vendor == other.vendor && model == other.model && serial == other.serial;
        }

        private static int vendorOf(Edid edid) {
            int number = 0;
            for (char letter : edid.manufacturer().toCharArray()) {
                number = (number << 5) | (letter - 'A' + 1);
            }
            return number;
        }
    }

    List<Active> now() throws DeviceException {
        List<Numbers> numbers = numbers();
        List<Edid> edids = new AvServices(api).edids();
        List<Active> active = new ArrayList<>();
        for (Numbers one : numbers) {
            String connector = "display " + Integer.toUnsignedString(one.id());
            active.add(new Active(one.id(), new DisplayDevice(connector, edid(one, numbers, edids), one.place())));
        }
        return active;
    }

    List<Numbers> numbers() throws DeviceException {
        int[] ids = new int[MOST];
        IntByReference count = new IntByReference();
        int error = api.graphics().CGGetActiveDisplayList(MOST, ids, count);
        if (error != 0 || count.getValue() < 0 || count.getValue() > MOST) {
            throw new DeviceException("device.no-answer", "displays", "no list of displays: CGError " + error);
        }
        List<Numbers> numbers = new ArrayList<>();
        for (int i = 0; i < count.getValue(); i++) {
            numbers.add(new Numbers(
                    ids[i],
                    api.graphics().CGDisplayVendorNumber(ids[i]),
                    api.graphics().CGDisplayModelNumber(ids[i]),
                    api.graphics().CGDisplaySerialNumber(ids[i]),
                    place(ids[i])));
        }
        return numbers;
    }

    /** Two displays or two EDIDs that share all three numbers are not told apart. */
    private static Optional<Edid> edid(Numbers one, List<Numbers> all, List<Edid> edids) {
        List<Edid> fitting = edids.stream().filter(one::fits).toList();
        long alike = all.stream().filter(one::isLike).count();
        return fitting.size() == 1 && alike == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Points of the desktop times the pixels a point has there. */
    private Place place(int id) {
        Mac.Rect points = api.graphics().CGDisplayBounds(id);
        Pointer mode = api.graphics().CGDisplayCopyDisplayMode(id);
        if (mode == null) {
            return place(points, 1, 1);
        }
        try {
            return place(
                    points,
                    api.graphics().CGDisplayModeGetPixelWidth(mode) / points.width,
                    api.graphics().CGDisplayModeGetPixelHeight(mode) / points.height);
        } finally {
            api.graphics().CGDisplayModeRelease(mode);
        }
    }

    private static Place place(Mac.Rect points, double across, double down) {
        return new Place(
                (int) Math.round(points.x * across),
                (int) Math.round(points.y * down),
                (int) Math.round(points.width * across),
                (int) Math.round(points.height * down));
    }
}
