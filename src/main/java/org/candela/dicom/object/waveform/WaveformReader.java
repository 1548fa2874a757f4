package org.candela.dicom.object.waveform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.UnsupportedObjectException;

/**
 * Reads waveforms: ECG, haemodynamic, electrophysiology, respiration, audio and the others (PS3.3 A.34, C.10.9). Stateless;
 * safe from any thread.
 *
 * <p>A group that cannot be read is left out with a warning; an object without one that can is refused. Read are at most
 * 32 groups of 512 channels and 64 MiB, and 20,000 annotations.
 */
public final class WaveformReader {
    private static final String WAVEFORMS = "1.2.840.10008.5.1.4.1.1.9.";
    private static final int MOST_GROUPS = 32;
    private static final int MOST_CHANNELS = 512;
    private static final long MOST_BYTES = 64L << 20;
    private static final double MOST_HERTZ = 1e7;

    private final List<String> warnings = new ArrayList<>();
    private long bytes;

    private WaveformReader() {}

    /** Whether objects of {@code sopClassUid} are waveforms. */
    public static boolean reads(Uid sopClassUid) {
        return sopClassUid.value().startsWith(WAVEFORMS);
    }

    // [impl->req~dicom-object.waveform-read~1]
    /**
     * The waveform in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is none, or none of its groups can be read
     */
    public static Waveform read(Attributes dataSet) throws UnsupportedObjectException {
        return new WaveformReader().readAll(dataSet);
    }

    private Waveform readAll(Attributes dataSet) throws UnsupportedObjectException {
        Uid sopClass = dataSet.uid(Tag.SOPClassUID)
                .filter(WaveformReader::reads)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPClassUID, "no waveform"));
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        List<Attributes> items = dataSet.items(WaveformTag.WaveformSequence);
        if (items.isEmpty() || items.size() > MOST_GROUPS) {
            throw new UnsupportedObjectException(WaveformTag.WaveformSequence, items.size() + " groups");
        }
        List<MultiplexGroup> groups = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            try {
                groups.add(group(items.get(index)));
                numbers.add(index + 1);
            } catch (UnsupportedObjectException e) {
                warnings.add("group " + (index + 1) + " is left out: " + e.getMessage());
            }
        }
        if (groups.isEmpty()) {
            throw new UnsupportedObjectException(WaveformTag.WaveformSequence, warnings.get(0));
        }
        return new Waveform(
                sopClass, instance, groups, new AnnotationReader(groups, numbers, warnings).read(dataSet), warnings);
    }

    private MultiplexGroup group(Attributes item) throws UnsupportedObjectException {
        int channelCount = positive(item, WaveformTag.NumberOfWaveformChannels, MOST_CHANNELS);
        int sampleCount = positive(item, WaveformTag.NumberOfWaveformSamples, Integer.MAX_VALUE);
        double frequency = item.number(WaveformTag.SamplingFrequency)
                .filter(hertz -> hertz > 0 && hertz <= MOST_HERTZ)
                .orElseThrow(() -> new UnsupportedObjectException(WaveformTag.SamplingFrequency, "no frequency"));
        SampleCoding coding = coding(item);
        byte[] data = data(item, (long) channelCount * sampleCount * coding.bytes());
        List<Attributes> definitions = item.items(WaveformTag.ChannelDefinitionSequence);
        if (definitions.size() != channelCount) {
            throw new UnsupportedObjectException(
                    WaveformTag.ChannelDefinitionSequence,
                    definitions.size() + " definitions of " + channelCount + " channels");
        }
        List<WaveformChannel> channels = new ArrayList<>();
        for (Attributes definition : definitions) {
            channels.add(channel(definition, frequency));
        }
        return new MultiplexGroup(
                new MultiplexGroup.Label(
                        item.string(WaveformTag.MultiplexGroupLabel).orElse("").strip(),
                        item.string(WaveformTag.WaveformOriginality).orElse(""),
                        item.number(WaveformTag.MultiplexGroupTimeOffset)
                                .filter(Double::isFinite)
                                .orElse(0.0)),
                frequency,
                sampleCount,
                channels,
                new MultiplexGroup.Samples(data, coding, padding(item, coding)));
    }

    private static int positive(Attributes item, int tag, int most) throws UnsupportedObjectException {
        double number = item.number(tag).orElse(0.0);
        if (!(number >= 1 && number <= most)) {
            throw new UnsupportedObjectException(tag, "not from 1 to " + most);
        }
        return (int) number;
    }

    private static SampleCoding coding(Attributes item) throws UnsupportedObjectException {
        int bits = item.integer(WaveformTag.WaveformBitsAllocated).orElse(0);
        String term = item.string(WaveformTag.WaveformSampleInterpretation).orElse("");
        return SampleCoding.of(term, bits)
                .orElseThrow(() -> new UnsupportedObjectException(
                        WaveformTag.WaveformSampleInterpretation, "not read with " + bits + " bits"));
    }

    private byte[] data(Attributes item, long needed) throws UnsupportedObjectException {
        if (needed > MOST_BYTES - bytes) {
            throw new UnsupportedObjectException(WaveformTag.WaveformData, needed + " bytes are too many");
        }
        try {
            byte[] data = item.loadBytes(WaveformTag.WaveformData).orElse(new byte[0]);
            if (data.length < needed) {
                throw new UnsupportedObjectException(WaveformTag.WaveformData, data.length + " bytes of " + needed);
            }
            bytes += needed;
            return data;
        } catch (IOException e) {
            throw new UnsupportedObjectException(WaveformTag.WaveformData, "cannot be read: " + e.getMessage());
        }
    }

    private static OptionalLong padding(Attributes item, SampleCoding coding) {
        Optional<byte[]> value = item.bytes(WaveformTag.WaveformPaddingValue);
        return value.isPresent() && value.orElseThrow().length >= coding.bytes()
                ? OptionalLong.of(coding.decode(value.orElseThrow(), 0))
                : OptionalLong.empty();
    }

    private WaveformChannel channel(Attributes definition, double frequency) {
        double skew = number(definition, WaveformTag.ChannelTimeSkew)
                .orElse(number(definition, WaveformTag.ChannelSampleSkew).orElse(0) / frequency);
        return new WaveformChannel(
                Code.in(definition, WaveformTag.ChannelSourceSequence),
                definition.string(WaveformTag.ChannelLabel).orElse("").strip(),
                sensitivity(definition),
                skew + number(definition, WaveformTag.ChannelOffset).orElse(0),
                new WaveformChannel.Filter(
                        number(definition, WaveformTag.FilterLowFrequency),
                        number(definition, WaveformTag.FilterHighFrequency),
                        number(definition, WaveformTag.NotchFilterFrequency)));
    }

    /** PS3.3 Table C.10-8: without a sensitivity and its unit samples are mere numbers. */
    private Optional<WaveformChannel.Sensitivity> sensitivity(Attributes definition) {
        OptionalDouble perUnit = number(definition, WaveformTag.ChannelSensitivity);
        Optional<Code> unit = Code.in(definition, WaveformTag.ChannelSensitivityUnitsSequence);
        if (perUnit.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WaveformChannel.Sensitivity(
                    perUnit.getAsDouble(),
                    unit.orElseThrow(),
                    number(definition, WaveformTag.ChannelSensitivityCorrectionFactor)
                            .orElse(1),
                    number(definition, WaveformTag.ChannelBaseline).orElse(0)));
        } catch (IllegalArgumentException e) {
            warnings.add("a channel has " + e.getMessage());
            return Optional.empty();
        }
    }

    static OptionalDouble number(Attributes item, int tag) {
        Optional<Double> number = item.number(tag).filter(Double::isFinite);
        return number.isPresent() ? OptionalDouble.of(number.orElseThrow()) : OptionalDouble.empty();
    }
}
