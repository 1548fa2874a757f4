package org.candela.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.candela.base.MemoryBudget.Limits;

/** What the machine, or the container, and the launch allow. */
final class MachineMemory {
    private MachineMemory() {}

    static Limits limits() {
        long heap = Runtime.getRuntime().maxMemory();
        String direct = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue();
        long stated = Long.parseLong(direct);
        return new Limits(total(), heap, stated == 0 ? heap : stated); // 0: not stated, and then as the heap
    }

    /** Bytes that the machine has, or the container may use. */
    static long total() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
