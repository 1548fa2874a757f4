package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulsesTest {
    private static final String PER_SECOND = "javafx.animation.pulse";

    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void putBack() {
        System.setProperties(before);
    }

    @Test
    void aPictureWaitsForTheNextOf120PulsesASecond() {
        System.clearProperty(PER_SECOND);

        Pulses.quicken();

        assertEquals("120", System.getProperty(PER_SECOND));
    }

    @Test
    void anotherNumberOfPulsesStays() {
        System.setProperty(PER_SECOND, "75");

        Pulses.quicken();

        assertEquals("75", System.getProperty(PER_SECOND));
    }
}
