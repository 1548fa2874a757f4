package org.candela.dicom.object.waveform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.object.Code;

/**
 * What somebody, or the device, wrote about a waveform (PS3.3 C.10.10).
 *
 * @param concept what it is about; empty for mere text
 * @param text words, or the meaning of a coded value; may be empty
 * @param number a measured value; empty where it is none
 * @param unit of the number; empty where it has none
 * @param channels what it is about; empty for all
 * @param spot where in time
 */
public record WaveformAnnotation(
        Optional<Code> concept,
        String text,
        OptionalDouble number,
        Optional<Code> unit,
        List<Target> channels,
        Optional<Spot> spot) {
    public WaveformAnnotation {
        channels = List.copyOf(channels);
    }

    /**
     * Group and channel.
     *
     * @param group from 1
     * @param channel from 1; 0 for all of the group
     */
    public record Target(int group, int channel) {}

    /**
     * Points in time, or the ends of ranges, in the first group that the annotation is about.
     *
     * @param type Temporal Range Type, as POINT, SEGMENT, BEGIN
     * @param seconds after the first sample of the group, s
     */
    public record Spot(String type, List<Double> seconds) {
        public Spot {
            seconds = List.copyOf(seconds);
        }
    }

    /** Whether it is about channel {@code channel} of group {@code group}, both from 1. */
    public boolean isAbout(int group, int channel) {
        return channels.isEmpty()
                || channels.stream()
                        .anyMatch(one -> one.group() == group && (one.channel() == 0 || one.channel() == channel));
    }
}
