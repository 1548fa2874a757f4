package org.candela.calibration.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program of a monitor's maker that calibrates it by itself. What such a program manages is measured and judged here, never
 * driven: both would undo each other's work, and the maker's record would be wrong.
 *
 * <p>Manufacturers as in EDID, from the list of PNP ids (hwdata), {@code BAR} from memory. Names of processes: {@code qaweb}
 * from the installation directory in Barco's support article 2522, all others from memory. A name is enough to refuse: the
 * cost of a wrong one is a monitor that stays as it is.
 */
// [impl->req~device.vendor-managed~1]
public enum VendorAgent {
    /** RadiCS, RadiCS LE and the RadiNET Pro client. */
    RADICS("EIZO RadiCS", "ENC|EIZ|EGD|ERS|ETG", "(radics|radinet|eizoradics).*"),
    /** QAWeb Enterprise Agent and the older MediCal QAWeb Agent. */
    QAWEB("Barco QAWeb", "BAR|BCD|BDS|BGB|BPS|DDS", "(qaweb|medicalqaweb|barco[-_]?qaweb).*");

    private final String product;
    private final Pattern manufacturers;
    private final Pattern processes;

    VendorAgent(String product, String manufacturers, String processes) {
        this.product = product;
        this.manufacturers = Pattern.compile(manufacturers);
        this.processes = Pattern.compile(processes);
    }

    /** As named to people. */
    public String product() {
        return product;
    }

    /** Whether one of these processes is this agent; names as the system lists them, with or without path and ending. */
    public boolean isAmong(List<String> runningProcesses) {
        return runningProcesses.stream()
                .map(VendorAgent::base)
                .anyMatch(name -> processes.matcher(name).matches());
    }

    /**
     * Whether this agent would manage a monitor of this manufacturer.
     *
     * @param manufacturer three letters of its EDID; empty for a monitor that does not say who it is, which could be anybody's
     */
    public boolean couldManage(String manufacturer) {
        return manufacturer.isEmpty() || manufacturers.matcher(manufacturer).matches();
    }

    /**
     * The running agent that manages a monitor of this manufacturer, if any.
     *
     * @param manufacturer as for {@link #couldManage}
     */
    public static Optional<VendorAgent> managing(String manufacturer, List<String> runningProcesses) {
        return Arrays.stream(values())
                .filter(agent -> agent.couldManage(manufacturer) && agent.isAmong(runningProcesses))
                .findFirst();
    }

    private static String base(String process) {
        String name = process.strip().toLowerCase(Locale.ROOT);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.replace(" ", "");
    }
}
