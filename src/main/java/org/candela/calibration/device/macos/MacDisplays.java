package org.candela.calibration.device.macos;

import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.SeenDisplays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Displays of macOS and their transfer tables.
 *
 * <p>A table holds until this process ends: macOS then loads that of the colour profile again, and may do so earlier, as
 * when a profile is chosen. The tables found at first use are put back on {@link #close()}. A table is read back as floats
 * and compared in 16 bits. Device thread only.
 */
// [impl->req~device.macos~1]
public final class MacDisplays implements DisplayInventory, GraphicsLut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MacDisplays.class);
    private static final int MOST_ENTRIES = 65536;

    private final Mac api;
    private final ActiveDisplays active;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final SeenDisplays<ActiveDisplays.Numbers> seen = new SeenDisplays<>();
    private boolean isClosed;

    private MacDisplays(Mac api) {
        this.api = api;
        this.active = new ActiveDisplays(api);
    }

    /** A table that is to come back to that display, wherever on the desktop it then is. */
    private record Found(DisplayDevice display, GammaRamp ramp) {}

    /** The displays of this computer; empty on another system than macOS. */
    public static Optional<MacDisplays> open() {
        if (!Platform.isMac()) {
            return Optional.empty();
        }
        try {
            Optional<MacDisplays> driver = Optional.of(on(Mac.load(name -> name)));
            LOG.info("displays by the driver for macOS, which has not yet been run on hardware");
            return driver;
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("a framework of macOS is missing, displays are not identified: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static MacDisplays on(Mac api) {
        return new MacDisplays(api);
    }

    @Override
    public List<DisplayDevice> displays() throws DeviceException {
        seen.see(displaysNow()::numbers);
        return SeenDisplays.fromLeft(
                displaysNow().now().stream().map(ActiveDisplays.Active::device).toList());
    }

    /** Asks the window server anew, which answers at once. */
    @Override
    public boolean hasChanged() {
        return !isClosed && seen.isChanged(active::numbers);
    }

    @Override
    public int size(DisplayDevice display) throws DeviceException {
        return capacity(display, require(display));
    }

    @Override
    public GammaRamp read(DisplayDevice display) throws DeviceException {
        return get(display, require(display));
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        int id = require(display);
        String name = display.connector();
        if (api.graphics().CGDisplayIsInMirrorSet(id) != 0) {
            throw new DeviceException(
                    "device.verify-only",
                    name,
                    "it is mirrored, and which panel a table reaches is not certain; end"
                            + " mirroring in the display settings of macOS");
        }
        int size = capacity(display, id);
        if (ramp.size() != size) {
            throw new DeviceException("device.refused", name, "takes " + size + " inputs, not " + ramp.size());
        }
        GammaRamp before = get(display, id);
        found.putIfAbsent(name + " " + display.id(), new Found(display, before));
        set(display, id, ramp);
        GammaRamp held = get(display, id);
        if (!held.equals(ramp)) {
            throw DeviceException.notApplied(
                    name,
                    (held.equals(before)
                                    ? "macOS reported success and did not change the table"
                                    : "another table is there than the one loaded")
                            + "; switch off Night Shift, True Tone and HDR for this display, end other programs that"
                            + " set tables, then try again");
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        boolean isAllBack = true;
        for (Found before : found.values()) {
            isAllBack &= isPutBack(before);
        }
        if (!isAllBack) {
            LOG.warn("not every table came back; those of the colour profiles are loaded for all displays");
            api.graphics().CGDisplayRestoreColorSyncSettings();
        }
        found.clear();
        isClosed = true;
    }

    private boolean isPutBack(Found before) {
        try {
            int id = require(before.display());
            set(before.display(), id, before.ramp());
            return get(before.display(), id).equals(before.ramp());
        } catch (DeviceException e) {
            LOG.warn("a transfer table could not be put back: {}", e.getMessage());
            return false;
        }
    }

    private int capacity(DisplayDevice display, int id) throws DeviceException {
        int capacity = api.graphics().CGDisplayGammaTableCapacity(id);
        if (capacity < 2 || capacity > MOST_ENTRIES) {
            throw new DeviceException("device.no-ramp", display.connector(), "the display has no transfer table");
        }
        return capacity;
    }

    private GammaRamp get(DisplayDevice display, int id) throws DeviceException {
        int capacity = capacity(display, id);
        TransferTable table = TransferTable.empty(capacity);
        IntByReference count = new IntByReference();
        int error = api.graphics()
                .CGGetDisplayTransferByTable(id, capacity, table.red(), table.green(), table.blue(), count);
        if (error != 0 || count.getValue() < 2 || count.getValue() > capacity) {
            throw new DeviceException(
                    "device.no-ramp",
                    display.connector(),
                    "its table cannot be read: CGError " + error + ", " + count.getValue() + " entries");
        }
        return table.ramp(display.connector(), count.getValue());
    }

    private void set(DisplayDevice display, int id, GammaRamp ramp) throws DeviceException {
        TransferTable table = TransferTable.of(ramp);
        int error =
                api.graphics().CGSetDisplayTransferByTable(id, ramp.size(), table.red(), table.green(), table.blue());
        if (error != 0) {
            throw new DeviceException(
                    "device.refused", display.connector(), "macOS refused the table: CGError " + error);
        }
    }

    /** The same panel under the same number; another one would get a table that was made for this. */
    private int require(DisplayDevice display) throws DeviceException {
        for (ActiveDisplays.Active now : displaysNow().now()) {
            if (now.device().connector().equals(display.connector())
                    && now.device().id().equals(display.id())) {
                return now.id();
            }
        }
        throw new DeviceException("device.gone", display.connector(), "the display is no longer there");
    }

    private ActiveDisplays displaysNow() throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", "displays of macOS", "the driver is closed");
        }
        return active;
    }
}
