package org.candela.dicom.object.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.candela.Peer;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.junit.jupiter.api.Test;

class WaveformTest {

    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void aValueIsSampleTimesSensitivityTimesCorrectionPlusBaseline() throws Exception {
        Attributes lead = WaveformSamples.lead("I", 1.25)
                .setNumbers(WaveformTag.ChannelSensitivityCorrectionFactor, VR.DS, 2)
                .setNumbers(WaveformTag.ChannelBaseline, VR.DS, -30);
        Waveform read = read(WaveformSamples.group("SS", 16, WaveformSamples.words(100, -4), lead));

        MultiplexGroup group = read.groups().get(0);
        assertEquals(100 * 1.25 * 2 - 30, group.value(0, 0));
        assertEquals(-4 * 1.25 * 2 - 30, group.value(0, 1));
        assertEquals(
                "uV", group.channels().get(0).sensitivity().orElseThrow().unit().value());
    }

    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void samplesFollowOneAnotherMomentByMomentAndChannelsMayBeLater() throws Exception {
        Attributes late = WaveformSamples.lead("II", 1);
        late.remove(WaveformTag.ChannelSampleSkew).setNumbers(WaveformTag.ChannelTimeSkew, VR.DS, 0.0005);
        Attributes later = WaveformSamples.lead("III", 1).setNumbers(WaveformTag.ChannelSampleSkew, VR.DS, 0.5);
        Waveform read = read(WaveformSamples.group(
                "SS", 16, WaveformSamples.words(1, 2, 3, 11, 12, 13), WaveformSamples.lead("I", 1), late, later));

        MultiplexGroup group = read.groups().get(0);
        assertEquals(12, group.value(1, 1));
        assertEquals(13, group.value(2, 1));
        assertEquals(0.002, group.timeOf(0, 1), 1e-12);
        assertEquals(0.0025, group.timeOf(1, 1), 1e-12);
        assertEquals(0.003, group.timeOf(2, 1), 1e-12);
    }

    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void everyInterpretationOfSamplesIsRead() {
        byte[] bytes = {(byte) 0xFE, (byte) 0xFF, 0x01, (byte) 0x80};
        assertEquals(-2, SampleCoding.SB.decode(bytes, 0));
        assertEquals(254, SampleCoding.UB.decode(bytes, 0));
        assertEquals(-2, SampleCoding.SS.decode(bytes, 0));
        assertEquals(65534, SampleCoding.US.decode(bytes, 0));
        assertEquals(0x8001FFFE, SampleCoding.SL.decode(bytes, 0));
        assertEquals(0x8001FFFEL, SampleCoding.UL.decode(bytes, 0));
    }

    /** Decoder output values of ITU-T G.711, tables 2a and 1a. */
    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void companderLawsAreThoseOfTheirTables() {
        assertEquals(8031, mu(0x80));
        assertEquals(-8031, mu(0x00));
        assertEquals(0, mu(0xFF));
        assertEquals(0, mu(0x7F));
        assertEquals(4191, mu(0x8F));
        assertEquals(2, mu(0xFE));
        assertEquals(4032, a(0xAA));
        assertEquals(-4032, a(0x2A));
        assertEquals(1, a(0xD5));
        assertEquals(-1, a(0x55));
        assertEquals(33, a(0xC5));
        assertEquals(66, a(0xF5));
    }

    private static long mu(int code) {
        return SampleCoding.MB.decode(new byte[] {(byte) code}, 0);
    }

    private static long a(int code) {
        return SampleCoding.AB.decode(new byte[] {(byte) code}, 0);
    }

    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void paddingAndChannelsWithoutAUnitHaveNoValue() throws Exception {
        Attributes group = WaveformSamples.group(
                        "SS",
                        16,
                        WaveformSamples.words(7, 7, -32768, 5),
                        WaveformSamples.lead("I", 1),
                        WaveformSamples.unitless("II"))
                .setBytes(WaveformTag.WaveformPaddingValue, VR.OW, WaveformSamples.words(-32768));

        MultiplexGroup read = read(group).groups().get(0);

        assertEquals(7, read.value(0, 0));
        assertTrue(Double.isNaN(read.value(0, 1)));
        assertTrue(Double.isNaN(read.value(1, 0)));
        assertEquals(Optional.empty(), read.channels().get(1).sensitivity());
        assertEquals(5, read.sample(1, 1));
    }

    // [utest->req~dicom-object.waveform-read~1]
    @Test
    void aGroupThatCannotBeReadIsLeftOutAndSaidSo() throws Exception {
        Attributes good = WaveformSamples.group("SS", 16, WaveformSamples.words(1, 2), WaveformSamples.lead("I", 1));
        Attributes odd = WaveformSamples.group("ZZ", 16, WaveformSamples.words(1, 2), WaveformSamples.lead("I", 1));
        Attributes shortData = WaveformSamples.group(
                        "SS", 16, WaveformSamples.words(1, 2), WaveformSamples.lead("I", 1))
                .setNumbers(WaveformTag.NumberOfWaveformSamples, VR.UL, 3);

        Waveform read = read(odd, good, shortData);

        assertEquals(1, read.groups().size());
        assertEquals(2, read.warnings().size());
        assertTrue(
                read.warnings().get(0).startsWith("group 1 is left out: (5400,1006)"),
                read.warnings().get(0));
        assertThrows(UnsupportedObjectException.class, () -> read(odd));
    }

    // [utest->req~dicom-object.waveform-read~1]
    @Test
    void whatIsNoWaveformOrBeyondMeasureIsRefused() {
        assertThrows(UnsupportedObjectException.class, () -> WaveformReader.read(ObjectFiles.image("1.2.3")));
        Attributes huge = WaveformSamples.group("SS", 16, WaveformSamples.words(1), WaveformSamples.lead("I", 1))
                .setNumbers(WaveformTag.NumberOfWaveformSamples, VR.UL, 2_000_000_000);
        assertThrows(UnsupportedObjectException.class, () -> read(huge));
        Attributes still = WaveformSamples.group("SS", 16, WaveformSamples.words(1), WaveformSamples.lead("I", 1))
                .setNumbers(WaveformTag.SamplingFrequency, VR.DS, 0);
        assertThrows(UnsupportedObjectException.class, () -> read(still));
    }

    // [utest->req~dicom-object.waveform-read~1]
    @Test
    void annotationsSayWhatOfWhichChannelsAndWhen() throws Exception {
        Waveform read = WaveformReader.read(ObjectFiles.reread(WaveformSamples.beats()));

        assertEquals("SINUS RHYTHM", WaveformText.said(read.annotations().get(0)));
        assertEquals(
                "RR Interval: 1000 ms", WaveformText.said(read.annotations().get(2)));
        WaveformAnnotation.Spot spot = read.annotations().get(1).spot().orElseThrow();
        assertEquals("POINT", spot.type());
        assertEquals(List.of(0.5), spot.seconds());
        assertTrue(read.annotations().get(1).isAbout(1, 2));
    }

    /** pydicom adds the baseline before it scales, against C.10.9.1.4.2; the file has none, so both agree. */
    // [utest->req~dicom-object.waveform-values~1]
    @Test
    void everySampleOfARealEcgIsWhatPydicomReads() throws Exception {
        Path file = ObjectFiles.ofPydicom("waveform_ecg.dcm");
        Peer.need("python3");
        Waveform read = WaveformReader.read(DicomReader.read(file).dataSet());
        for (int group = 0; group < 2; group++) {
            String said = ObjectFiles.pydicom(
                    file,
                    "' '.join(str(float(x)) for c in ds.waveform_array(" + group
                            + ").T for x in (c.sum(), c[7], c[-1]))");
            assertEquals(said, ours(read.groups().get(group)));
        }
        assertEquals("I", read.groups().get(0).channels().get(0).name());
        assertEquals("aVF", read.groups().get(0).channels().get(5).name());
        assertEquals(77, read.annotations().size());
    }

    private static String ours(MultiplexGroup group) {
        List<String> numbers = new ArrayList<>();
        for (int channel = 0; channel < group.channels().size(); channel++) {
            double sum = 0;
            for (int sample = 0; sample < group.sampleCount(); sample++) {
                sum += group.value(channel, sample);
            }
            numbers.add(String.valueOf(sum));
            numbers.add(String.valueOf(group.value(channel, 7)));
            numbers.add(String.valueOf(group.value(channel, group.sampleCount() - 1)));
        }
        return String.join(" ", numbers);
    }

    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedWaveformIsReadOrRefused() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        seeds.add(new Fuzz.Seed("beats", ObjectFiles.bytes(WaveformSamples.beats())));
        seeds.add(new Fuzz.Seed(
                "padded",
                ObjectFiles.bytes(WaveformSamples.object(WaveformSamples.group(
                                "UB",
                                8,
                                new byte[] {1, 2, 3, 4},
                                WaveformSamples.lead("I", 1),
                                WaveformSamples.lead("II", 1))
                        .setBytes(WaveformTag.WaveformPaddingValue, VR.OW, new byte[] {3, 0})))));

        Fuzz.slice("object.waveform", 3000)
                .allowing(DicomFormatException.class, UnsupportedObjectException.class)
                .run(seeds, Mutator::mutated, (input, random) -> used(input))
                .requireBothOutcomes();
    }

    private static Object used(byte[] input) throws Exception {
        Waveform read = WaveformReader.read(
                DicomReader.read(input, "mutant", ReadOptions.standard()).dataSet());
        for (MultiplexGroup group : read.groups()) {
            for (int channel = 0; channel < group.channels().size(); channel++) {
                group.value(channel, 0);
                group.value(channel, group.sampleCount() - 1);
                group.timeOf(channel, group.sampleCount() - 1);
            }
        }
        return WaveformText.lines(read);
    }

    private static Waveform read(Attributes... groups) throws UnsupportedObjectException {
        return WaveformReader.read(WaveformSamples.object(groups));
    }
}
