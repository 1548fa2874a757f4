package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;

class MachineCheckTest {
    // [utest->req~readiness.machine~1]
    @Test
    void aSmallMachineIsTold() {
        assertEquals(
                Status.READY, new MachineCheck(33_500_000_000L, 8).evaluate().status());
        assertEquals(
                Status.WARNING, new MachineCheck(33_500_000_000L, 2).evaluate().status());
        assertEquals(
                Status.WARNING, new MachineCheck(16_700_000_000L, 8).evaluate().status());
        assertEquals(
                "16.7 GB, 8 processors.",
                new MachineCheck(16_700_000_000L, 8).evaluate().reason());
    }
}
