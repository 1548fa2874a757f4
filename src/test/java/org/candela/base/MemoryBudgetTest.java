package org.candela.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.junit.jupiter.api.Test;

// [utest->req~base.memory-account~1]
class MemoryBudgetTest {
    private static final long GIB = 1L << 30;

    @Test
    void knowsWhoHoldsHowMuch() {
        MemoryBudget budget = new MemoryBudget(new Limits(16 * GIB, GIB, GIB));
        budget.account(Use.FRAMES).add(300);
        budget.account(Use.SURFACES).add(20);

        budget.account(Use.FRAMES).remove(100);

        assertEquals(200, budget.account(Use.FRAMES).heldBytes());
        assertEquals(
                220,
                budget.holdings().stream()
                        .mapToLong(MemoryBudget.Holding::heldBytes)
                        .sum());
        assertEquals(Use.values().length, budget.holdings().size());
    }

    @Test
    void framesTakeNoMoreThanTheLaunchAllowsNorHalfTheMachine() {
        assertEquals(
                GIB / 10 * 9,
                new MemoryBudget(new Limits(16 * GIB, GIB, GIB))
                        .account(Use.FRAMES)
                        .limitBytes());
        assertEquals(
                2 * GIB,
                new MemoryBudget(new Limits(4 * GIB, GIB, 8 * GIB))
                        .account(Use.FRAMES)
                        .limitBytes());
    }

    @Test
    void whatTheHeapIsSharedForLeavesATenthAndMoreForAllElse() {
        MemoryBudget budget = new MemoryBudget(new Limits(16 * GIB, GIB, GIB));

        long onTheHeap = budget.holdings().stream()
                .filter(holding -> holding.use() != Use.FRAMES)
                .mapToLong(MemoryBudget.Holding::limitBytes)
                .sum();

        assertTrue(onTheHeap < GIB * 9 / 10, "shared out: " + onTheHeap);
    }

    @Test
    void refusesAMachineWithoutMemory() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 1, 1));
    }
}
