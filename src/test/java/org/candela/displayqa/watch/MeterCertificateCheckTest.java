package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterCertificateCheckTest {
    @TempDir
    private Path folder;

    // [utest->req~displayqa.meter-reminder~1]
    @Test
    void aCertificateIsRemindedOfAMonthBeforeItEndsAndToldWhenItHas() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            measure(desk, Optional.of(LocalDate.parse("2027-06-01")));
            MeterCertificateCheck check = check(desk);

            assertEquals(Status.READY, check.evaluate().status());
            desk.pass(Duration.ofDays(170));
            ReadinessItem soon = check.evaluate();
            assertEquals(Status.WARNING, soon.status());
            assertTrue(soon.reason().contains("ends on 2027-06-01"), soon.reason());
            desk.pass(Duration.ofDays(30));
            assertTrue(
                    check.evaluate().reason().contains("ended on 2027-06-01"),
                    check.evaluate().reason());
        }
    }

    // [utest->req~displayqa.meter-reminder~1]
    @Test
    void aMeterWithoutACertificateIsToldAndASimulatedOneNeedsNone() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            assertEquals(Status.READY, check(desk).evaluate().status(), "nothing was measured yet");
            desk.calibrate(LEFT);
            assertTrue(check(desk).evaluate().reason().startsWith("SIMULATED"));

            measure(desk, Optional.empty());

            assertEquals(Status.WARNING, check(desk).evaluate().status());
        }
    }

    // [utest->req~displayqa.meter-reminder~1]
    @Test
    void aCertificateThatWasRenewedSinceTheLastRunCounts() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            measure(desk, Optional.of(LocalDate.parse("2026-12-01")));
            assertEquals(Status.WARNING, check(desk).evaluate().status());

            desk.ledger.certify(
                    Photometer.Identity.of("Make", "Model", "17", Photometer.Aim.CONTACT),
                    until(LocalDate.parse("2028-01-01")),
                    new Said(desk.clock().instant(), "reader"));

            assertEquals(Status.READY, check(desk).evaluate().status());
        }
    }

    private static MeterCertificate until(LocalDate due) {
        return new MeterCertificate("C-1", "Laboratory", due.minusYears(2), due, 0.04);
    }

    private static MeterCertificateCheck check(WatchDesk desk) {
        return new MeterCertificateCheck(desk.ledger, desk.clock(), () -> List.of(LEFT.id()));
    }

    private static void measure(WatchDesk desk, Optional<LocalDate> due) throws Exception {
        QaSession simulated = WatchDesk.session(LEFT, desk.lut, desk.clock());
        Optional<MeterCertificate> certificate = due.map(MeterCertificateCheckTest::until);
        Photometer meter = simulated.bench().photometer();
        Photometer real = new Photometer() {
            @Override
            public Identity identity() {
                return new Identity("Make", "Model", "17", "", Aim.CONTACT, certificate, false);
            }

            @Override
            public Luminance read() throws DeviceException {
                return meter.read();
            }
        };
        QaSession session = simulated.with(new TestBench(
                simulated.bench().patches(),
                real,
                simulated.bench().ramp(),
                simulated.bench().room()));
        new DisplayQa(desk.ledger, desk.clock()).calibrate(session, new Cancellation(), QaProgress.NONE);
    }
}
