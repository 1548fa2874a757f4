package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.calibration.Illuminance;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmbientWatchTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AmbientWatch watch;

    private double lux = 30;
    private boolean isGone;

    @BeforeEach
    void open() throws Exception {
        desk = new WatchDesk(folder);
        desk.calibrate(LEFT);
        watch = new AmbientWatch(desk.ledger, desk.database, desk.book, desk.clock());
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.ambient-watch~1]
    @Test
    void theMeanOfThreeReadingsCountsAndOneFlashDoesNot() throws Exception {
        minutes(3);
        double growth = AmbientWatch.allowedGrowth(
                        desk.ledger.latestConformance(LEFT.id()).orElseThrow().recordTree())
                .orElseThrow();
        assertTrue(growth > 1, "the run passed its ambient ratio, so there is room: " + growth);

        lux = 30 * (1 + (growth - 1) * 2);
        minutes(1);
        assertTrue(watch.alarm(LEFT.id()).isEmpty(), "one reading of three");
        minutes(2);

        assertTrue(watch.alarm(LEFT.id()).orElseThrow().contains("at run 1 it had 30.0 lx"));
        lux = 30;
        minutes(3);
        assertTrue(watch.alarm(LEFT.id()).isEmpty());
        assertEquals(
                List.of(Event.ALARM, Event.ALL_CLEAR),
                desk.book.history(LEFT.id()).stream().map(WatchEvent::event).toList());
    }

    // [utest->req~displayqa.ambient-watch~1]
    @Test
    void withFewerThanThreeReadingsOrASensorThatIsGoneNothingIsSaid() {
        minutes(2);
        assertTrue(watch.meanLux().isEmpty());
        minutes(1);
        assertEquals(30, watch.meanLux().orElseThrow());
        isGone = true;
        minutes(1);
        assertTrue(watch.meanLux().isEmpty());
        assertFalse(watch.look(LEFT.id(), "script"));
    }

    private void minutes(int count) {
        AmbientLightSensor sensor = new AmbientLightSensor() {
            @Override
            public String identity() {
                return "script";
            }

            @Override
            public Illuminance read() throws DeviceException {
                if (isGone) {
                    throw new DeviceException("device.gone", "script", "unplugged");
                }
                return new Illuminance(lux);
            }
        };
        for (int i = 0; i < count; i++) {
            watch.read(sensor);
            watch.look(LEFT.id(), sensor.identity());
        }
    }
}
