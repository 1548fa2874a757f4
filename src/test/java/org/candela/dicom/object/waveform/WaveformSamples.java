package org.candela.dicom.object.waveform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectFiles;

/** Waveforms of our own making. */
public final class WaveformSamples {
    private WaveformSamples() {}

    /** An ECG of a group whose samples are given. */
    public static Attributes object(Attributes... groups) {
        return ObjectFiles.image("1.2.3.4.8.1")
                .remove(Tag.PixelData)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.9.1.2")
                .set(Tag.Modality, VR.CS, "ECG")
                .setItems(WaveformTag.WaveformSequence, List.of(groups));
    }

    /** A group of {@code channels}, coded as {@code term} with {@code bits}. */
    public static Attributes group(String term, int bits, byte[] data, Attributes... channels) {
        int samples = data.length / (bits / 8) / channels.length;
        return new Attributes()
                .set(WaveformTag.WaveformOriginality, VR.CS, "ORIGINAL")
                .setNumbers(WaveformTag.NumberOfWaveformChannels, VR.US, channels.length)
                .setNumbers(WaveformTag.NumberOfWaveformSamples, VR.UL, samples)
                .setNumbers(WaveformTag.SamplingFrequency, VR.DS, 500)
                .set(WaveformTag.MultiplexGroupLabel, VR.SH, "RHYTHM")
                .setItems(WaveformTag.ChannelDefinitionSequence, List.of(channels))
                .setNumbers(WaveformTag.WaveformBitsAllocated, VR.US, bits)
                .set(WaveformTag.WaveformSampleInterpretation, VR.CS, term)
                .setBytes(WaveformTag.WaveformData, VR.OW, data);
    }

    /** A lead in microvolts, one unit of a sample being {@code perUnit}. */
    public static Attributes lead(String name, double perUnit) {
        return lead(name, perUnit, "uV");
    }

    /** A channel in a unit of UCUM. */
    public static Attributes lead(String name, double perUnit, String unit) {
        Attributes lead = unitless(name);
        lead.setNumbers(WaveformTag.ChannelSensitivity, VR.DS, perUnit)
                .setNumbers(WaveformTag.ChannelSensitivityCorrectionFactor, VR.DS, 1)
                .setNumbers(WaveformTag.ChannelBaseline, VR.DS, 0)
                .setNumbers(WaveformTag.FilterLowFrequency, VR.DS, 0.05)
                .setNumbers(WaveformTag.FilterHighFrequency, VR.DS, 150);
        new Code(unit, "UCUM", unit).putInto(lead, WaveformTag.ChannelSensitivityUnitsSequence);
        return lead;
    }

    /** A channel that does not say what its samples mean. */
    public static Attributes unitless(String name) {
        Attributes channel = new Attributes();
        new Code("5.6.3-9-1", "SCPECG", "Lead " + name).putInto(channel, WaveformTag.ChannelSourceSequence);
        return channel.setNumbers(WaveformTag.ChannelSampleSkew, VR.DS, 0);
    }

    /** Numbers of 16 bits, little endian. */
    public static byte[] words(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            buffer.putShort((short) number);
        }
        return buffer.array();
    }

    /** Ten seconds of two leads with a beat of 1 mV each second at 500 Hz, 5 µV a unit, and a channel without a unit. */
    public static Attributes beats() {
        List<Integer> numbers = new ArrayList<>();
        for (int sample = 0; sample < 5000; sample++) {
            boolean isPeak = sample % 500 == 250;
            numbers.add(isPeak ? 200 : 0);
            numbers.add(isPeak ? -100 : 20);
            numbers.add(sample % 100);
        }
        Attributes ecg = object(group(
                "SS",
                16,
                words(numbers.stream().mapToInt(Integer::intValue).toArray()),
                lead("I (Einthoven)", 5),
                lead("aVR", 5),
                unitless("X")));
        Attributes rhythm = new Attributes()
                .setNumbers(WaveformTag.ReferencedWaveformChannels, VR.US, 1, 0)
                .set(WaveformTag.UnformattedTextValue, VR.ST, "SINUS RHYTHM");
        Attributes peak = new Attributes()
                .setNumbers(WaveformTag.ReferencedWaveformChannels, VR.US, 1, 0)
                .set(WaveformTag.TemporalRangeType, VR.CS, "POINT")
                .setNumbers(WaveformTag.ReferencedSamplePositions, VR.UL, 251);
        new Code("5.7.1-3", "SCPECG", "Fiducial Point").putInto(peak, WaveformTag.ConceptNameCodeSequence);
        Attributes rate = new Attributes()
                .setNumbers(WaveformTag.ReferencedWaveformChannels, VR.US, 1, 0)
                .setNumbers(WaveformTag.NumericValue, VR.DS, 1000);
        new Code("5.10.2.1-3", "SCPECG", "RR Interval").putInto(rate, WaveformTag.ConceptNameCodeSequence);
        new Code("ms", "UCUM", "milliseconds").putInto(rate, WaveformTag.MeasurementUnitsCodeSequence);
        return ecg.setItems(WaveformTag.WaveformAnnotationSequence, List.of(rhythm, peak, rate));
    }
}
