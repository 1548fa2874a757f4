package org.candela.pitfall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candela.Corpus;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.BodyWeightSuv;
import org.candela.dicom.image.FrameReader;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Time and uptake. Throughout 70 kg and 370 MBq of a tracer that halves in an hour, given an hour before the scan: half of it
 * is left, so SUV is Bq/ml · 70000 / 185e6.
 */
// [utest->req~dicom-image.suv~1]
class UptakePitfallsTest {
    private static final double AFTER_AN_HOUR = 70000 / 185e6;
    private static final double UNDECAYED = 70000 / 370e6;
    private static final double RELATIVE = 1e-12;

    @TempDir
    private Path folder;

    /** The tracer is given at 09:30 five hours west of UTC, 14:30 UTC; the scan is 16:30 one hour east or 07:30 … west. */
    @ParameterizedTest
    @CsvSource({
        "20260301093000-0500, -0500, 20260301, 103000",
        "20260301093000.000000-0500, +0100, 20260301, 163000",
        "20260301003000+0900, -0330, 20260228, 130000",
        "20260301093000, -0500, 20260301, 103000",
        "20260301093000, +0530, 20260301, 103000.000"
    })
    void pitfall31MomentsAreComparedInTheirTimeZonesNegativeOnesToo(String given, String zone, String date, String time)
            throws Exception {
        Attributes image = pet().set(Tag.TimezoneOffsetFromUTC, VR.SH, zone);
        started(image, date, time);
        tracer(image).set(Tag.RadiopharmaceuticalStartDateTime, VR.DT, given);

        assertFactor(AFTER_AN_HOUR, image);
    }

    /** Start Time has no date: 23:30 before a scan at 00:30 is the day before, and half an hour is half an hour. */
    @ParameterizedTest
    @CsvSource({"233000, 20260302, 003000", "233000.5, 20260302, 003000.500000", "2330, 20260302, 0030"})
    void pitfall31MidnightAndFractionsOfASecondAreNoWait(String given, String date, String time) throws Exception {
        Attributes image = pet();
        started(image, date, time);
        tracer(image).set(Tag.RadiopharmaceuticalStartTime, VR.TM, given);

        assertFactor(AFTER_AN_HOUR, image);
    }

    /** An offset that nothing can be compared with is not taken for ours. */
    @Test
    void pitfall31AMomentInAnUnknownTimeZoneGivesNoUptake() throws Exception {
        Attributes image = pet();
        tracer(image).set(Tag.RadiopharmaceuticalStartDateTime, VR.DT, "20260301093000-0500");
        tracer(image).remove(Tag.RadiopharmaceuticalStartTime);

        assertUnknown(image);
    }

    @Test
    void pitfall32ValuesCorrectedToTheStartDecayUntilThereAndThoseOfAdministrationDoNot() throws Exception {
        assertFactor(AFTER_AN_HOUR, pet());
        assertFactor(UNDECAYED, pet().set(Tag.DecayCorrection, VR.CS, "ADMIN"));
        assertUnknown(pet().set(Tag.DecayCorrection, VR.CS, "NONE"));
        assertUnknown(pet().remove(Tag.DecayCorrection));
    }

    /** Beds of one series are acquired one after another and corrected to its start: 10:30, not 10:45. */
    @Test
    void pitfall32TheStartIsThatOfTheSeriesAndNotOfTheBed() throws Exception {
        assertFactor(AFTER_AN_HOUR, pet().set(Tag.AcquisitionTime, VR.TM, "104500"));
    }

    /**
     * A series reconstructed later says nothing of the start. Frame of 1800 s from 10:30 on, λT = ln 2/2: mean count rate
     * {@code ln(λT/(1 − 2^(−1/2)))/λ = 874.033 s} after its begin; Frame Reference Time is that, so the start is 10:30.
     */
    @Test
    void pitfall32ALaterSeriesIsTracedBackByItsFrameReferenceTime() throws Exception {
        Attributes image = pet().set(Tag.SeriesTime, VR.TM, "180000")
                .setNumbers(Tag.ActualFrameDuration, VR.IS, 1_800_000)
                .setNumbers(Tag.FrameReferenceTime, VR.DS, 874033);

        BodyWeightSuv.Known known = assertInstanceOf(BodyWeightSuv.Known.class, suv(image));

        assertEquals(AFTER_AN_HOUR, known.factor(), AFTER_AN_HOUR * 1e-6, "milliseconds of rounding");
        assertUnknown(pet().set(Tag.SeriesTime, VR.TM, "180000"));
    }

    @Test
    void pitfall32UnitsDecideWhatAValueIs() throws Exception {
        assertFactor(1, pet().set(Tag.Units, VR.CS, "GML"));
        assertUnknown(pet().set(Tag.Units, VR.CS, "GML").set(Tag.SUVType, VR.CS, "LBM"));
        assertUnknown(pet().set(Tag.Units, VR.CS, "CNTS"));
        assertUnknown(pet().set(Tag.Units, VR.CS, "PROPCPS"));
        assertUnknown(pet().remove(Tag.Units));
    }

    /** (7053,xx00) counts to SUV; where it is 0, (7053,xx09) counts to Bq/ml. */
    @Test
    void pitfall32CountsOfPhilipsHaveAFactorOfTheirOwn() throws Exception {
        Attributes image = pet().set(Tag.Units, VR.CS, "CNTS").set(0x70530010, VR.LO, "Philips PET Private Group");

        assertFactor(0.00025, image.copy().set(0x70531000, VR.DS, "0.00025"));
        assertFactor(3 * AFTER_AN_HOUR, image.copy().set(0x70531000, VR.DS, "0").set(0x70531009, VR.DS, "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight", "no weight", "dose", "half-life", "start", "attenuation", "decay", "modality"})
    void pitfall32WithoutWhatTheFormulaNeedsThereIsNoUptake(String missing) throws Exception {
        Attributes image = pet();
        switch (missing) {
            case "weight" -> image.remove(Tag.PatientWeight);
            case "no weight" -> image.set(Tag.PatientWeight, VR.DS, "0");
            case "dose" -> tracer(image).remove(Tag.RadionuclideTotalDose);
            case "half-life" -> tracer(image).remove(Tag.RadionuclideHalfLife);
            case "start" -> tracer(image).remove(Tag.RadiopharmaceuticalStartTime);
            case "attenuation" -> image.set(Tag.CorrectedImage, VR.CS, "DECY");
            case "decay" -> image.set(Tag.CorrectedImage, VR.CS, "ATTN");
            default -> image.set(Tag.Modality, VR.CS, "NM");
        }

        assertUnknown(image);
    }

    /**
     * A synthetic scan: 70 kg, 370 MBq of F-18 (6586.2 s) at 08:00, scan at 09:00; factor
     * {@code 70000/(370e6 · 2^(−3600/6586.2))}. This slice was made of SUV 0, 1, 4 and 8.
     */
    @Test
    void pitfall32ASyntheticScanHasTheUptakeItWasMadeWith() throws Exception {
        double factor = 70000 / (370e6 * Math.pow(2, -3600 / 6586.2));
        FrameReader reader = FrameReader.open(Corpus.folder().resolve("derived/pet/016.dcm"));
        BodyWeightSuv suv = reader.describe(0).greys().uptake();

        assertEquals(factor, assertInstanceOf(BodyWeightSuv.Known.class, suv).factor(), factor * RELATIVE);
        LoadedFrame loaded = LoadedFrame.of(reader.load(0));
        double[] uptakes = Arrays.stream(PitfallImages.stored(loaded))
                .mapToDouble(stored ->
                        suv.of(loaded.description().rescale().apply(stored)).orElseThrow())
                .map(uptake -> Math.round(uptake * 1000) / 1000.0)
                .distinct()
                .sorted()
                .toArray();
        assertArrayEquals(new double[] {0, 1, 4, 8}, uptakes);
    }

    /** PS3.3 C.8.9.1.1.3: the image has no Rescale Type, its Units say what values are. */
    @ParameterizedTest
    @CsvSource({"BQML, Bq/ml", "CNTS, counts", "GML, g/ml", "PROPCPS, PROPCPS"})
    void pitfall32ValuesAreInTheUnitsOfTheTomography(String units, String unit) throws Exception {
        Attributes image = pet().set(Tag.Units, VR.CS, units)
                .setNumbers(Tag.RescaleSlope, VR.DS, 2)
                .setNumbers(Tag.RescaleIntercept, VR.DS, 0);

        assertEquals(
                unit, PitfallImages.load(folder, image).description().rescale().unit());
    }

    private void assertFactor(double expected, Attributes image) throws Exception {
        assertEquals(
                expected,
                assertInstanceOf(BodyWeightSuv.Known.class, suv(image)).factor(),
                expected * RELATIVE);
    }

    private void assertUnknown(Attributes image) throws Exception {
        assertInstanceOf(BodyWeightSuv.Unknown.class, suv(image));
    }

    private BodyWeightSuv suv(Attributes image) throws Exception {
        return PitfallImages.load(folder, image).description().greys().uptake();
    }

    private static Attributes pet() {
        Attributes image = PitfallImages.row("PT", 100)
                .set(Tag.Units, VR.CS, "BQML")
                .set(Tag.DecayCorrection, VR.CS, "START")
                .set(Tag.CorrectedImage, VR.CS, "ATTN", "DECY")
                .setNumbers(Tag.PatientWeight, VR.DS, 70)
                .setItems(
                        Tag.RadiopharmaceuticalInformationSequence,
                        List.of(new Attributes()
                                .set(Tag.RadiopharmaceuticalStartTime, VR.TM, "093000")
                                .setNumbers(Tag.RadionuclideTotalDose, VR.DS, 370e6)
                                .setNumbers(Tag.RadionuclideHalfLife, VR.DS, 3600)));
        started(image, "20260301", "103000");
        return image;
    }

    private static void started(Attributes image, String date, String time) {
        image.set(Tag.SeriesDate, VR.DA, date)
                .set(Tag.SeriesTime, VR.TM, time)
                .set(Tag.AcquisitionDate, VR.DA, date)
                .set(Tag.AcquisitionTime, VR.TM, time);
    }

    private static Attributes tracer(Attributes image) {
        return image.items(Tag.RadiopharmaceuticalInformationSequence).get(0);
    }
}
