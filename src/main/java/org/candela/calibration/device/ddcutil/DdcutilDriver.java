package org.candela.calibration.device.ddcutil;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors over libddcutil, 1.3 to 1.4 or 2.x, whichever is installed. Device thread only.
 *
 * <p>The library is never unloaded: it keeps threads and per-thread data of its own (ddcutil #330).
 */
public final class DdcutilDriver implements MonitorDriver {
    private static final Logger LOG = LoggerFactory.getLogger(DdcutilDriver.class);
    private static final List<String> LIBRARIES = List.of("libddcutil.so.5", "libddcutil.so.4");
    /** RTLD_NOW and RTLD_NODELETE of dlfcn.h; not global, since the library exports hundreds of names. */
    private static final int OPEN_FLAGS = 0x1002;

    private static final int SYSLOG_WARNING = 6;
    private static final int WITHOUT_CONFIG_FILE = 1;
    private static final int ALREADY_INITIALIZED = -3014;
    /** Detection probes every bus in turn. */
    private static final int DETECTION_LIMITS = 4;

    private final Parts parts;
    private final DisplayLayout layout;
    private final String version;
    private final DisplayThread detection;
    private final List<DdcutilMonitor> given = new ArrayList<>();
    private boolean hasListed;
    private boolean hasWarned;
    private boolean isClosed;

    /** What the driver and its monitors share. */
    record Parts(DdcutilLibrary library, Quiet quiet, DdcutilSurroundings surroundings) {}

    private DdcutilDriver(Parts parts, DisplayLayout layout, String version, DisplayThread detection) {
        this.parts = parts;
        this.layout = layout;
        this.version = version;
        this.detection = detection;
    }

    /** The driver for this computer; empty, with a warning that tells what to do, when it cannot work here. */
    public static Optional<DdcutilDriver> open(DdcutilSurroundings surroundings) {
        if (!Platform.isLinux() || Native.POINTER_SIZE != Long.BYTES) {
            return Optional.empty();
        }
        for (String library : LIBRARIES) {
            try {
                return open(library, surroundings);
            } catch (UnsatisfiedLinkError e) {
                LOG.debug("{} is not installed", library);
            }
        }
        LOG.warn("libddcutil is missing (package libddcutil4 or libddcutil5): brightness and presets of monitors are"
                + " neither read nor watched");
        return Optional.empty();
    }

    /**
     * The driver over one library.
     *
     * @throws UnsatisfiedLinkError when there is no such library
     */
    // [impl->req~device.ddcutil.layout~1]
    static Optional<DdcutilDriver> open(String name, DdcutilSurroundings surroundings) {
        NativeLibrary loaded = NativeLibrary.getInstance(name, Map.of(Library.OPTION_OPEN_FLAGS, OPEN_FLAGS));
        DdcutilLibrary library = Native.load(name, DdcutilLibrary.class, Map.of(Library.OPTION_OPEN_FLAGS, OPEN_FLAGS));
        Parts parts = new Parts(library, Quiet.of(loaded), surroundings);
        DisplayThread detection =
                new DisplayThread("libddcutil", surroundings.threads().apply("ddcutil detection"));
        try {
            String version = detection.call(surroundings.limit(), () -> {
                parts.quiet().silenceThread();
                initialize(loaded, library);
                return library.ddca_ddcutil_version_string();
            });
            Optional<DisplayLayout> layout = DisplayLayout.of(version);
            if (layout.isPresent()) {
                return Optional.of(new DdcutilDriver(parts, layout.get(), version, detection));
            }
            LOG.warn("libddcutil {} is not used: only 1.3 to 1.4 and 2.x have been looked at", version);
        } catch (DeviceException e) {
            LOG.warn("libddcutil is not used: {}", e.getMessage());
        }
        detection.close();
        return Optional.empty();
    }

    /** 2.x wants this before all else, even before it is asked for its version; 1.x has no such call. */
    // [impl->req~device.ddcutil.errors~1]
    private static void initialize(NativeLibrary loaded, DdcutilLibrary library) throws DeviceException {
        Function initialize = Quiet.optional(loaded, "ddca_init");
        if (initialize == null) {
            return;
        }
        int status = initialize.invokeInt(new Object[] {null, SYSLOG_WARNING, 0});
        if (status == DdcutilStatus.CONFIG_ERROR) {
            LOG.warn(
                    "the user's configuration of ddcutil is passed over: {}",
                    ErrorDetail.of(library, status).getMessage());
            status = initialize.invokeInt(new Object[] {null, SYSLOG_WARNING, WITHOUT_CONFIG_FILE});
        }
        if (status != DdcutilStatus.OK) {
            DdcutilFailure failure = ErrorDetail.of(library, status);
            if (status != ALREADY_INITIALIZED) {
                throw failure.toDevice("libddcutil", "initializing");
            }
        }
    }

    @Override
    public String name() {
        return "ddcutil " + version;
    }

    /**
     * The monitors within reach. Once those of an earlier call are all closed displays are detected anew; while some are in
     * use the list of then is given again, and {@link #redetect()} renews it.
     */
    @Override
    public List<MonitorControl> monitors() throws DeviceException {
        requireOpen();
        given.removeIf(DdcutilMonitor::isClosed);
        if (hasListed && given.isEmpty()) {
            redetect();
        }
        List<DisplayRecord> records = detect("listing displays", this::list);
        hasListed = true;
        List<MonitorControl> monitors = new ArrayList<>();
        for (DisplayRecord record : records) {
            DdcutilMonitor monitor = new DdcutilMonitor(record, name() + " " + record.path(), parts);
            given.add(monitor);
            monitors.add(monitor);
        }
        warnOfNone(records);
        return monitors;
    }

    /**
     * Detects displays anew. Monitors listed before answer {@code device.gone} from then on: libddcutil frees what they refer
     * to.
     *
     * @throws DeviceException {@code device.busy} while a call to one of them has not ended
     */
    public void redetect() throws DeviceException {
        requireOpen();
        if (given.stream().anyMatch(DdcutilMonitor::isBusy)) {
            throw new DeviceException("device.busy", name(), "a display has still not answered an earlier call");
        }
        given.forEach(DdcutilMonitor::expire);
        detect("detecting displays anew", () -> {
            int status = parts.library().ddca_redetect_displays();
            if (status != DdcutilStatus.OK) {
                throw ErrorDetail.of(parts.library(), status);
            }
            return List.of();
        });
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            given.forEach(DdcutilMonitor::close);
            detection.close();
        }
    }

    /** A call that finds displays. */
    @FunctionalInterface
    private interface Detection {
        List<DisplayRecord> run() throws DdcutilFailure;
    }

    private List<DisplayRecord> detect(String operation, Detection work) throws DeviceException {
        return detection.call(parts.surroundings().limit().multipliedBy(DETECTION_LIMITS), () -> {
            try {
                return work.run();
            } catch (DdcutilFailure e) {
                throw e.toDevice(name(), operation);
            }
        });
    }

    private List<DisplayRecord> list() throws DdcutilFailure {
        PointerByReference found = new PointerByReference();
        int status = parts.library().ddca_get_display_info_list2(DdcutilLibrary.NO, found);
        if (status != DdcutilStatus.OK) {
            throw ErrorDetail.of(parts.library(), status);
        }
        Pointer list = found.getValue();
        if (list == null) {
            return List.of();
        }
        try {
            return DisplayRecord.listed(list, layout);
        } finally {
            parts.library().ddca_free_display_info_list(list);
        }
    }

    private void warnOfNone(List<DisplayRecord> records) {
        if (records.isEmpty() && !hasWarned) {
            hasWarned = true;
            I2cBuses.advice(parts.surroundings().devices()).ifPresent(advice -> LOG.warn("{}", advice));
        }
    }

    private void requireOpen() throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", name(), "the driver is closed");
        }
    }
}
