package org.candela.displayqa.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.QaProgress;
import org.candela.store.Database;

/**
 * A process that calibrates the right head of a real X server with a simulated meter, and stands still at one moment until it
 * is killed. Arguments: home, X display, {@link Moment}.
 */
final class KillableCalibration {
    static final String STANDS = "STANDS at ";

    private KillableCalibration() {}

    /** Where it stands still. */
    enum Moment {
        /** What was found is on the disk, nothing has been loaded. */
        BEFORE_THE_FIRST_LOAD,
        AMID_READINGS,
        /** The run was cancelled and puts back what was there: just before the load. */
        BEFORE_PUTTING_BACK,
        /** The same, just after the load and before the disk knows. */
        AFTER_PUTTING_BACK,
        DONE,
        /** The same, with the table held in the graphics LUT. */
        DONE_IN_THE_GRAPHICS_LUT
    }

    public static void main(String[] args) throws Exception {
        Moment moment = Moment.valueOf(args[2]);
        Path home = Path.of(args[0]);
        RandrDriver driver = RandrDriver.open(args[1]).orElseThrow();
        DisplayDevice right = driver.displays().get(1);
        Database database = Database.open(home.resolve("candela.db"), Clock.systemUTC());
        QaLedger ledger = new QaLedger(database, new AuditLog());
        Cancellation cancellation = new Cancellation();
        GraphicsLut lut = new JournaledGraphicsLut(
                standing(driver, moment, cancellation), new RampJournal(home.resolve("ramps")));
        AtomicInteger patches = new AtomicInteger();
        boolean isCancelled = moment == Moment.BEFORE_PUTTING_BACK || moment == Moment.AFTER_PUTTING_BACK;
        var session = WatchDesk.session(right, lut, Clock.systemUTC(), argb -> {
            if (patches.incrementAndGet() == 20) {
                if (moment == Moment.AMID_READINGS) {
                    stand(moment);
                }
                if (isCancelled) {
                    cancellation.cancel();
                }
            }
        });
        new DisplayQa(ledger, Clock.systemUTC())
                .calibrate(
                        session,
                        CalibrationOrder.best(session.profile().goal())
                                .held(moment == Moment.DONE_IN_THE_GRAPHICS_LUT ? HoldWish.GRAPHICS : HoldWish.BEST),
                        cancellation,
                        QaProgress.NONE);
        stand(moment);
    }

    /** The first load after the run was cancelled puts back what was there. */
    private static GraphicsLut standing(GraphicsLut driver, Moment moment, Cancellation cancellation) {
        AtomicInteger loads = new AtomicInteger();
        return new Forwarding(driver) {
            @Override
            public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
                boolean isFirst = loads.incrementAndGet() == 1;
                boolean isPuttingBack = cancellation.isRequested();
                if ((isFirst && moment == Moment.BEFORE_THE_FIRST_LOAD)
                        || (isPuttingBack && moment == Moment.BEFORE_PUTTING_BACK)) {
                    stand(moment);
                }
                super.load(display, ramp);
                if (isPuttingBack && moment == Moment.AFTER_PUTTING_BACK) {
                    stand(moment);
                }
            }
        };
    }

    private static void stand(Moment moment) {
        System.out.println(STANDS + moment);
        System.out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
