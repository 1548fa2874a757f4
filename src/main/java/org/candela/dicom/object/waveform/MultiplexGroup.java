package org.candela.dicom.object.waveform;

import java.util.List;
import java.util.OptionalLong;

/**
 * Channels that were sampled together (PS3.3 C.10.9.1). Immutable; holds the coded samples.
 *
 * <p>A sample that is the padding value, or of a channel without a sensitivity, has no value.
 */
public final class MultiplexGroup {
    private final Label label;
    private final double samplingFrequencyHz;
    private final int sampleCount;
    private final List<WaveformChannel> channels;
    private final Samples samples;

    /**
     * What the group is.
     *
     * @param text Multiplex Group Label; may be empty
     * @param originality ORIGINAL or DERIVED; may be empty
     * @param timeOffsetMs from the acquisition time to its first sample, ms
     */
    public record Label(String text, String originality, double timeOffsetMs) {}

    /** Samples as coded, channel by channel within each moment; longer than they need be by padding bytes at most. */
    record Samples(byte[] data, SampleCoding coding, OptionalLong padding) {}

    MultiplexGroup(
            Label label, double samplingFrequencyHz, int sampleCount, List<WaveformChannel> channels, Samples samples) {
        this.label = label;
        this.samplingFrequencyHz = samplingFrequencyHz;
        this.sampleCount = sampleCount;
        this.channels = List.copyOf(channels);
        this.samples = samples;
    }

    public Label label() {
        return label;
    }

    /** Samples a second of each channel, Hz, &gt; 0. */
    public double samplingFrequencyHz() {
        return samplingFrequencyHz;
    }

    /** Samples of each channel. */
    public int sampleCount() {
        return sampleCount;
    }

    public List<WaveformChannel> channels() {
        return channels;
    }

    public SampleCoding coding() {
        return samples.coding();
    }

    /** From the first sample to the end of the last, s. */
    public double seconds() {
        return sampleCount / samplingFrequencyHz;
    }

    /** When a sample was taken, s after the first moment of the group; the skew of its channel is in it. */
    public double timeOf(int channel, int sample) {
        return sample / samplingFrequencyHz + channels.get(channel).skewSeconds();
    }

    /** The sample as coded; its place is not checked beyond that of the array. */
    public long sample(int channel, int sample) {
        int index = sample * channels.size() + channel;
        return samples.coding().decode(samples.data(), index * samples.coding().bytes());
    }

    // [impl->req~dicom-object.waveform-values~1]
    /** The value of a sample in the unit of its channel; NaN where it has none. */
    public double value(int channel, int sample) {
        long coded = sample(channel, sample);
        boolean isPadding = samples.padding().isPresent() && samples.padding().getAsLong() == coded;
        return isPadding
                ? Double.NaN
                : channels.get(channel)
                        .sensitivity()
                        .map(sensitivity -> sensitivity.value((double) coded))
                        .orElse(Double.NaN);
    }
}
