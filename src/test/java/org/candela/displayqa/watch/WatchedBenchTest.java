package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedBenchTest {
    @TempDir
    private Path folder;

    // [utest->req~displayqa.run-undisturbed~1]
    @Test
    void aNightLightDuringARunBreaksItOffSaysSoAndNothingIsRecorded() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            AtomicInteger shown = new AtomicInteger();
            QaSession session = watched(desk, argb -> {
                if (shown.incrementAndGet() == 30) {
                    desk.ramps.put(LEFT, WARM);
                }
            });

            DeviceException broken = assertThrows(DeviceException.class, () -> new DisplayQa(desk.ledger, desk.clock())
                    .calibrate(session, new Cancellation(), QaProgress.NONE));

            assertEquals("device.ramp-replaced", broken.code());
            assertTrue(String.valueOf(broken.getMessage()).contains("night light"), broken.getMessage());
            assertEquals(30, shown.get(), "at the very reading");
            assertTrue(desk.ledger.latest(LEFT.id()).isEmpty());
            assertEquals(GammaRamp.identity(256), desk.ramps.get(LEFT), "as before the run");
        }
    }

    // [utest->req~displayqa.run-undisturbed~1]
    @Test
    void anUndisturbedRunLooksElsewhereAfterEachReadingAndIsRecorded() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            AtomicInteger looks = new AtomicInteger();
            QaSession plain = WatchDesk.session(LEFT, desk.lut, desk.clock());
            QaSession session = plain.with(WatchedBench.of(plain.bench(), looks::incrementAndGet));

            new DisplayQa(desk.ledger, desk.clock()).calibrate(session, new Cancellation(), QaProgress.NONE);

            assertTrue(desk.ledger.activeLut(LEFT.id()).isPresent());
            assertTrue(looks.get() > 50, looks + " readings");
            int readings = desk.ledger
                    .latest(LEFT.id())
                    .orElseThrow()
                    .recordTree()
                    .path("readings")
                    .size();
            assertEquals(readings, looks.get(), "one look after each reading");
        }
    }

    private static QaSession watched(WatchDesk desk, PatchPresenter seen) throws Exception {
        QaSession plain = WatchDesk.session(LEFT, desk.lut, desk.clock(), seen);
        return plain.with(WatchedBench.of(plain.bench(), () -> {}));
    }
}
