package org.candela.calibration.device.ddcutil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Over {@code libddcutil.so.5} with the structures of 2.x. */
class Ddcutil2Test extends DdcutilContract {
    Ddcutil2Test() {
        super(2, "2.1.4");
    }

    /** The fake counts every call before this one as one that is not allowed. */
    @Test
    void theLibraryIsInitializedBeforeAllElse() {
        assertEquals(1, fake.ask("init_calls"));
        assertEquals(0, fake.ask("odd_calls"));
    }

    @Test
    void aSecondDriverFindsTheLibraryInitialized() {
        open(Duration.ofSeconds(5)).close();

        assertEquals(2, fake.ask("init_calls"));
    }

    // [utest->req~device.ddcutil.errors~1]
    @Test
    void aBrokenConfigurationOfTheUserIsPassedOver() {
        fake.reset("2.1.4");
        fake.ask("fail_init", 1, -3028);

        open(Duration.ofSeconds(5)).close();

        assertEquals(2, fake.ask("init_calls"));
    }

    // [utest->req~device.ddcutil.errors~1]
    @Test
    void aLibraryThatCannotBeInitializedIsNotUsed() {
        fake.reset("2.1.4");
        fake.ask("fail_init", 1, -3022);

        assertTrue(DdcutilDriver.open(fake.path(), surroundings(Duration.ofSeconds(5)))
                .isEmpty());
        assertEquals(0, fake.ask("outstanding"));
        open(Duration.ofSeconds(5)).close();
    }
}
