package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaReportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC);
    private static final TestBench.Room ROOM =
            new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.DEFAULT, ChannelWeights.SRGB);

    @TempDir
    private Path folder;

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void anUntouchedReportIsUnchanged() throws Exception {
        Path file = report();

        QaReport.Verification found = QaReport.verify(file);

        assertEquals(QaReport.Check.UNCHANGED, found.check());
        assertEquals(16, found.keyFingerprint().length());
        assertTrue(Files.readString(file).contains("\"simulated\":true"));
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void anyChangedByteShows() throws Exception {
        Path file = report();
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, bad);

            assertFalse(QaReport.verify(file).check() == QaReport.Check.UNCHANGED, "byte " + at);
        }
    }

    @Test
    void anotherFileIsNoReport() throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"a\":1}");

        assertEquals(QaReport.Check.NOT_A_REPORT, QaReport.verify(file).check());
    }

    // [utest->req~displayqa.verdict~1]
    @Test
    void theOverallResultIsTheWorstAndWhatWasNotMeasuredIsNotAssessed() throws Exception {
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");

        List<Verdict> verdicts =
                Verdict.all(profile, Map.of(Quantity.MAXIMUM_LUMINANCE, 350.0, Quantity.CONTRAST_DEVIATION, 0.101));

        assertEquals(Verdict.Result.FAIL, Verdict.overall(verdicts));
        assertEquals(Verdict.Result.PASS, verdicts.get(0).result());
        assertEquals(Verdict.Result.NOT_ASSESSED, verdicts.get(1).result());
        assertEquals(Verdict.Result.NOT_ASSESSED, Verdict.overall(List.of()));
        assertEquals(Verdict.Result.NOT_ASSESSED, Verdict.overall(verdicts.subList(0, 2)));
    }

    // [utest->req~displayqa.meter-due~1]
    @Test
    void aMeterOutOfItsDateAssessesNothing() throws Exception {
        var response = record().calibration().after();
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertEquals(Map.of(), Evidence.assessable(response, ROOM, meter(Optional.empty()), CLOCK));
        assertEquals(Map.of(), Evidence.assessable(response, ROOM, meter(Optional.of(today.minusDays(1))), CLOCK));
        assertFalse(Evidence.assessable(response, ROOM, meter(Optional.of(today)), CLOCK)
                .isEmpty());
    }

    private static Photometer.Identity meter(Optional<LocalDate> due) {
        return new Photometer.Identity("Make", "Model", "1", due, false);
    }

    private Path report() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = folder.resolve("report.json");
        QaReport.write(record(), keys, file);
        return file;
    }

    private static QaRecord record() throws Exception {
        SimulatedMonitor monitor = SimulatedMonitor.typical(7);
        TestBench.Ramp ramp = new TestBench.Ramp() {
            @Override
            public GammaRamp read() {
                return GammaRamp.identity(256);
            }

            @Override
            public void load(GammaRamp other) {
                monitor.load(other);
            }
        };
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);
        TestBench bench = new TestBench(monitor::show, meter, ramp, ROOM);
        Calibration done =
                new CalibrationRun(bench, new CalibrationRun.Goal(new Luminance(400), 350)).run(new Cancellation());
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        DisplayDevice display = new DisplayDevice("SIM-1", Optional.empty(), new DisplayDevice.Place(0, 0, 1536, 2048));
        return new QaRecord(
                CLOCK.instant(),
                display,
                true,
                ROOM,
                done,
                profile,
                Verdict.all(profile, Evidence.of(done.after(), ROOM)));
    }
}
