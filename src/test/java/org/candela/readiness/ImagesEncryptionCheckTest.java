package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.base.CandelaException;
import org.candela.readiness.ImagesEncryptionCheck.Standing;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;

// [utest->req~readiness.images-encryption~1]
class ImagesEncryptionCheckTest {
    private static ReadinessItem of(boolean isSealing, long plain) {
        return new ImagesEncryptionCheck(() -> new Standing(isSealing, plain, 512)).evaluate();
    }

    @Test
    void sealedImagesAreReadyAndPlainOnesAWarningThatSaysHowMany() {
        assertEquals(Status.READY, of(true, 0).status());
        ReadinessItem some = of(true, 100);
        assertEquals(Status.WARNING, some.status());
        assertTrue(some.reason().startsWith("100 of 512 "), some.reason());
        assertTrue(some.whatToDo().contains("candela vault seal-images"), some.whatToDo());
    }

    @Test
    void withoutAKeyStoreImagesLiePlain() {
        ReadinessItem none = of(false, 512);

        assertEquals(Status.WARNING, none.status());
        assertTrue(none.whatToDo().contains("candela vault create"), none.whatToDo());
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotAssessed() {
        ImagesEncryptionCheck check = new ImagesEncryptionCheck(() -> {
            throw new CandelaException("store.io", "broken");
        });

        assertEquals(Status.NOT_ASSESSED, check.evaluate().status());
    }
}
