package org.candela.calibration.device.ddcutil;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/** A monitor over libddcutil. Called from the device thread; speaks with the monitor on a thread of its own. */
public final class DdcutilMonitor implements MonitorControl {
    /** Between attempts; libddcutil itself has tried several times before. */
    private static final List<Duration> RETRIES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(400));

    private static final int READ_BACKS = 6;
    private static final Duration BETWEEN_READ_BACKS = Duration.ofMillis(100);
    private static final int MOST = 0xFFFF;

    private final DisplayRecord display;
    private final String channel;
    private final DdcutilCalls calls;
    private final DisplayThread thread;
    private final DdcutilSurroundings surroundings;
    private final Quiet quiet;
    private boolean isClosed;
    private boolean isExpired;
    /** Only on the display's thread. */
    private boolean isPrepared;

    DdcutilMonitor(DisplayRecord display, String channel, DdcutilDriver.Parts parts) {
        this.display = display;
        this.channel = channel;
        this.calls = new DdcutilCalls(parts.library());
        this.surroundings = parts.surroundings();
        this.quiet = parts.quiet();
        this.thread = new DisplayThread(name(), surroundings.threads().apply("ddcutil " + display.path()));
    }

    @Override
    public Optional<Edid> edid() {
        return Optional.of(display.edid());
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        return onThread(() -> attempt("reading " + named(feature), handle -> calls.value(handle, feature)));
    }

    // [impl->req~device.ddcutil.read-back~1]
    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException("VCP values have 16 bits: " + value);
        }
        onThread(() -> {
            attempt("setting " + named(feature), handle -> {
                calls.set(handle, feature, value);
                return value;
            });
            awaitApplied(feature, value);
            surroundings.pause().wait(surroundings.settle());
            int settled = current(feature);
            if (settled != feature.significant(value)) {
                throw notApplied(named(feature) + " was set to " + value + " and went back to " + settled);
            }
            return value;
        });
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        return onThread(() -> attempt("reading " + named(feature), handle -> calls.table(handle, feature)));
    }

    // [impl->req~device.ddcutil.read-back~1]
    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        byte[] given = value.clone();
        if (given.length == 0 || given.length > MOST) {
            throw new IllegalArgumentException("a table has 1 to 65535 bytes: " + given.length);
        }
        onThread(() -> {
            attempt("setting " + named(feature), handle -> {
                calls.setTable(handle, feature, given);
                return given;
            });
            surroundings.pause().wait(surroundings.settle());
            Optional<byte[]> found = tableIfReadable(feature);
            if (found.isPresent() && !Arrays.equals(given, found.get())) {
                throw notApplied(named(feature) + " read back is not the table that was set");
            }
            return given;
        });
    }

    @Override
    public String capabilities() throws DeviceException {
        return onThread(() -> attempt("reading the capabilities", calls::capabilities));
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            thread.close();
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean isBusy() {
        return thread.isBusy();
    }

    /** Displays were detected anew: libddcutil's reference to this one may now be that of another one, or freed memory. */
    void expire() {
        isExpired = true;
    }

    private <T> T onThread(DisplayThread.Task<T> task) throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", name(), "the connection is closed");
        }
        if (isExpired) {
            throw new DeviceException("device.gone", name(), "displays were detected anew; list the monitors again");
        }
        return thread.call(surroundings.limit().plus(surroundings.settle()), () -> {
            if (!isPrepared) {
                isPrepared = true;
                quiet.silenceThread();
                calls.prepareThread();
            }
            return task.run();
        });
    }

    /** Repeats what may pass; each attempt opens the display anew. */
    // [impl->req~device.ddcutil.errors~1]
    private <T> T attempt(String operation, DdcutilCalls.Operation<T> work) throws DeviceException {
        for (Duration rest : RETRIES) {
            thread.requireWanted();
            try {
                return calls.with(display.reference(), work);
            } catch (DdcutilFailure e) {
                if (!DdcutilStatus.isPassing(e.status())) {
                    throw e.toDevice(name(), operation);
                }
                surroundings.pause().wait(rest);
            }
        }
        thread.requireWanted();
        try {
            return calls.with(display.reference(), work);
        } catch (DdcutilFailure e) {
            throw e.toDevice(name(), operation);
        }
    }

    private void awaitApplied(VcpFeature feature, int value) throws DeviceException {
        int found = current(feature);
        for (int i = 1; i < READ_BACKS && found != feature.significant(value); i++) {
            surroundings.pause().wait(BETWEEN_READ_BACKS);
            found = current(feature);
        }
        if (found != feature.significant(value)) {
            throw notApplied(named(feature) + " was set to " + value + " and is " + found);
        }
    }

    private int current(VcpFeature feature) throws DeviceException {
        return attempt("reading back " + named(feature), handle -> calls.value(handle, feature))
                .current();
    }

    private Optional<byte[]> tableIfReadable(VcpFeature feature) throws DeviceException {
        try {
            return Optional.of(attempt("reading back " + named(feature), handle -> calls.table(handle, feature)));
        } catch (DeviceException e) {
            if (e.code().equals("device.unsupported")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private DeviceException notApplied(String problem) {
        return DeviceException.notApplied(name(), problem);
    }

    private String name() {
        return (display.edid().name() + ", " + channel).strip();
    }

    private static String named(VcpFeature feature) {
        return String.format(Locale.ROOT, "%s (VCP %02X)", feature, feature.code());
    }
}
