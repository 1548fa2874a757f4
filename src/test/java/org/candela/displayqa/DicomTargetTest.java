package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.validate.Validator;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.ReportOrder;
import org.candela.displayqa.report.SigningKeys;
import org.candela.displayqa.report.Verification;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the DICOM form says of the target of a calibration and of what holds the table (PS3.3 C.32.1, C.32.2). */
class DicomTargetTest {
    private static final CalibrationGoal GOAL = CalibrationGoal.gsdf(new Luminance(360), 350);
    private static final String STANDARD = "acr-aapm-siim-primary";
    private static final String COLOUR = "colour-gamma-2-2";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayQa qa;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        qa = new DisplayQa(ledger, Bench.CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.report-dicom-target~1]
    @ParameterizedTest
    @CsvSource({"RENDERER, RENDER PATH", "GRAPHICS, GRAPHICS LUT", "MONITOR, MONITOR LUT"})
    void theConfigurationIsNamedByWhatHoldsTheTable(HoldWish wish, String name) throws Exception {
        SimulatedDisplay display =
                new SimulatedDisplay(1, SimulatedPanel.gamma(2.2).withBits(10)).withMonitorLut(1024, 12);
        StoredRun run = qa.calibrate(
                display.session(STANDARD, GOAL),
                CalibrationOrder.best(GOAL).held(wish),
                new Cancellation(),
                QaProgress.NONE);

        Attributes data = data(dicom(run, STANDARD));

        Attributes configuration = configuration(data);
        assertEquals(name, configuration.string(0x0028700C).orElseThrow());
        Attributes target = data.item(0x00287008).orElseThrow();
        assertEquals("GSDF", target.string(0x00287019).orElseThrow());
        assertFalse(target.contains(0x0028701A), "no gamma value without gamma");
        assertFalse(target.contains(0x00287021), "the white point flag belongs to results alone");
        assertEquals(target.integer(0x00287009), configuration.integer(0x0028700E));
        assertEquals(target.integer(0x00287009), results(data).get(0).integer(0x00287009), "what it was made for");
    }

    // [utest->req~displayqa.report-dicom-target~1]
    @Test
    void aDisplayForColourStatesItsPowerCurveWithBothEnds() throws Exception {
        StoredRun run = colour();

        byte[] file = dicom(run, COLOUR);

        Attributes target = data(file).item(0x00287008).orElseThrow();
        assertEquals("GAMMA", target.string(0x00287019).orElseThrow());
        assertEquals(2.2, target.number(0x0028701A).orElseThrow(), 1e-6);
        double most = run.view()
                .calibration()
                .orElseThrow()
                .at("/target/maximumCdPerM2")
                .asDouble();
        double least = run.view()
                .calibration()
                .orElseThrow()
                .at("/target/minimumCdPerM2")
                .asDouble();
        assertEquals(most, target.number(0x0028701E).orElseThrow(), 1e-4 * most);
        assertEquals(least, target.number(0x0028701D).orElseThrow(), 1e-4 * least);
        Path kept = Files.write(folder.resolve("colour.dcm"), file);
        assertTrue(
                !Validator.validate(kept).hasErrors(),
                Validator.validate(kept).findings().toString());
    }

    // [utest->req~displayqa.report-dicom-target~1]
    @Test
    void aTestStatesNoTargetAndRefersToNone() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(2.2));
        qa.calibrate(display.session(STANDARD, GOAL), new Cancellation(), QaProgress.NONE);
        StoredRun test = qa.testConstancy(display.session(STANDARD, GOAL), new Cancellation(), QaProgress.NONE);

        Attributes data = data(dicom(test, STANDARD));

        assertFalse(data.contains(0x00287008));
        assertFalse(configuration(data).contains(0x0028700E));
        assertEquals("TABLE IN FORCE", configuration(data).string(0x0028700C).orElseThrow());
        assertEquals(Optional.empty(), results(data).get(0).integer(0x00287009));
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void aChangedFunctionOrPlaceOfTheTableIsNamed() throws Exception {
        String good = new String(dicom(colour(), COLOUR), StandardCharsets.ISO_8859_1);

        assertNamed(
                good.replaceFirst("GAMMA ", "GSDF  "),
                "(0028,7008) TargetLuminanceCharacteristicsSequence[1]/(0028,7019) DisplayFunctionType is now GSDF");
        assertNamed(
                good.replaceFirst("RENDER PATH", "MONITOR LUT"),
                "(0028,7023) DisplaySubsystemSequence[1]/(0028,700A) DisplaySubsystemConfigurationSequence[1]/(0028,700C)"
                        + " ConfigurationName is now MONITOR LUT");
    }

    private void assertNamed(String changed, String named) throws Exception {
        Path file = Files.write(folder.resolve("changed.dcm"), changed.getBytes(StandardCharsets.ISO_8859_1));

        Verification found = QaReport.verify(file);

        assertEquals(QaReport.Check.CHANGED, found.check());
        assertTrue(found.firstChange().startsWith(named), found.firstChange());
    }

    private StoredRun colour() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(1.8));
        return qa.calibrate(display.session(CalibrationProfile.shipped(COLOUR)), new Cancellation(), QaProgress.NONE);
    }

    private byte[] dicom(StoredRun run, String standard) throws Exception {
        SigningKeys keys = new SigningKeys(ledger, folder.resolve("key"), Bench.CLOCK);
        QaReport.Signer signer = new QaReport.Signer(keys.current(), "reader", Bench.CLOCK);
        return QaReport.of(ledger, run, ReportOrder.of(standard), signer).dicom();
    }

    private static Attributes data(byte[] file) throws Exception {
        return DicomReader.read(file, "report", ReadOptions.standard()).dataSet();
    }

    private static Attributes configuration(Attributes data) {
        return data.item(0x00287023).flatMap(item -> item.item(0x0028700A)).orElseThrow();
    }

    private static List<Attributes> results(Attributes data) {
        return data.item(0x0028700F)
                .flatMap(item -> item.item(0x00287010))
                .flatMap(item -> item.item(0x00287011))
                .orElseThrow()
                .items(0x00287016);
    }
}
