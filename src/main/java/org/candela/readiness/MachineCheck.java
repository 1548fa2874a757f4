package org.candela.readiness;

import java.util.Locale;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether the machine is one to read on: 32 GB of memory and several processors.
 *
 * @param bytes memory of the machine, or what a container allows
 * @param processors that may be used
 */
// [impl->req~readiness.machine~1]
public record MachineCheck(long bytes, int processors) implements ReadinessCheck {
    private static final String ID = "machine";
    private static final String TITLE = "Memory and processors";
    /** 32 GB as makers count, less what firmware and graphics keep for themselves. */
    private static final long BYTES = 31_000_000_000L;

    private static final int PROCESSORS = 4;

    @Override
    public ReadinessItem evaluate() {
        String found = String.format(Locale.ROOT, "%.1f GB, %d processors.", bytes / 1e9, processors);
        return bytes >= BYTES && processors >= PROCESSORS
                ? ReadinessItem.ready(ID, TITLE, found)
                : new ReadinessItem(
                        ID,
                        TITLE,
                        Status.WARNING,
                        found,
                        "32 GB and 4 processors keep large studies quick; here they come more slowly.");
    }
}
