package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.candela.base.MemoryBudget.Limits;
import org.junit.jupiter.api.Test;

class MachineMemoryTest {
    @Test
    void tellsWhatTheMachineAndTheLaunchAllow() {
        Limits limits = MachineMemory.limits();

        assertEquals(Runtime.getRuntime().maxMemory(), limits.heap());
        boolean isDirectStated = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:MaxDirectMemorySize"));
        assertTrue(isDirectStated || limits.direct() == limits.heap(), limits.toString());
        assertTrue(limits.physical() >= 256L << 20, limits.toString());
    }
}
