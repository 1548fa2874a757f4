package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;

// [utest->req~readiness.encryption~1]
class StoreEncryptionCheckTest {
    @Test
    void aPlainStoreIsWarnedOfWithWhatToDoAndASealedOneIsReady() {
        ReadinessItem plain = new StoreEncryptionCheck(() -> false).evaluate();

        assertEquals(Status.WARNING, plain.status());
        assertTrue(plain.whatToDo().contains("candela vault seal-store"), plain.whatToDo());
        assertEquals(
                Status.READY, new StoreEncryptionCheck(() -> true).evaluate().status());
    }
}
