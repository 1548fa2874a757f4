package org.candela.calibration.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps every write from monitors that a {@link VendorAgent} manages; reading stays possible. Device thread.
 *
 * <p>Asked anew before each write, since an agent may start at any time; one that was seen once counts until the guard is
 * dropped, since agents that crash are started again. Everything that can write to a display is wrapped by it.
 *
 * <pre>{@code
 * VendorGuard guard = new VendorGuard(processes);
 * MonitorDriver driver = guard.guarded(DdcutilDriver.open(surroundings).orElseThrow());
 * GraphicsLut tables = guard.guarded(randr);
 * }</pre>
 */
// [impl->req~device.vendor-managed~1]
public final class VendorGuard {
    private final Supplier<List<String>> runningProcesses;
    private final Set<VendorAgent> seen = EnumSet.noneOf(VendorAgent.class);

    /** @param runningProcesses names of the processes that run now, with or without paths */
    public VendorGuard(Supplier<List<String>> runningProcesses) {
        this.runningProcesses = runningProcesses;
    }

    /** The agent that manages the display, if any: it is verified only. */
    public Optional<VendorAgent> managing(DisplayDevice display) {
        return managing(display.edid().map(Edid::manufacturer).orElse(""));
    }

    /** The agent that manages the monitor, if any: it is verified only. */
    public Optional<VendorAgent> managing(MonitorControl monitor) {
        return managing(monitor.edid().map(Edid::manufacturer).orElse(""));
    }

    /** The same monitor, whose controls cannot be set while it is managed. */
    public MonitorControl guarded(MonitorControl monitor) {
        return new GuardedMonitorControl(monitor, this);
    }

    /** The same tables, of which none can be loaded on a display that is managed. */
    public GraphicsLut guarded(GraphicsLut tables) {
        return new GuardedGraphicsLut(tables, this);
    }

    /** The same driver, each monitor of which is guarded. */
    public MonitorDriver guarded(MonitorDriver driver) {
        return new GuardedMonitorDriver(driver, this);
    }

    void requireUnmanaged(MonitorControl monitor) throws DeviceException {
        refuse(managing(monitor), monitor.channel());
    }

    void requireUnmanaged(DisplayDevice display) throws DeviceException {
        refuse(managing(display), display.connector());
    }

    private static void refuse(Optional<VendorAgent> agent, String device) throws DeviceException {
        if (agent.isPresent()) {
            throw new DeviceException(
                    "device.vendor-managed",
                    device,
                    agent.get().product()
                            + " manages this monitor: it is tested here and never set; calibrate it there");
        }
    }

    private Optional<VendorAgent> managing(String manufacturer) {
        List<String> running = runningProcesses.get();
        for (VendorAgent agent : VendorAgent.values()) {
            if (agent.isAmong(running)) {
                seen.add(agent);
            }
        }
        return seen.stream().filter(agent -> agent.couldManage(manufacturer)).findFirst();
    }
}
