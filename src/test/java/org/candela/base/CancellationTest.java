package org.candela.base;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {
    @Test
    void aPartEndsWithTheWhole() {
        Cancellation whole = new Cancellation();
        Cancellation part = whole.ofPart();
        assertDoesNotThrow(part::throwIfRequested);

        whole.cancel();

        assertTrue(part.isRequested());
        assertThrows(CancellationException.class, part::throwIfRequested);
    }

    @Test
    void endingAPartLeavesTheWholeAndTheOtherParts() {
        Cancellation whole = new Cancellation();
        Cancellation part = whole.ofPart();
        Cancellation other = whole.ofPart();

        part.cancel();

        assertTrue(part.isRequested());
        assertFalse(whole.isRequested());
        assertFalse(other.isRequested());
    }
}
