package org.candela.dicom.object.waveform;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.object.Code;

/**
 * One channel of a multiplex group (PS3.3 C.10.9.1.4).
 *
 * @param source what was measured, as a lead; empty when not stated
 * @param label Channel Label; may be empty
 * @param sensitivity what its samples mean; empty when the file does not say it: then they are mere numbers
 * @param skewSeconds how much later than the group its first sample was taken, s
 * @param filter what was filtered out
 */
public record WaveformChannel(
        Optional<Code> source, String label, Optional<Sensitivity> sensitivity, double skewSeconds, Filter filter) {
    private static final String LEAD = "Lead ";

    /**
     * From samples to values: {@code value = sample · perUnit · correction + baseline}.
     *
     * @param perUnit value of one unit of a sample, in {@code unit}
     * @param unit UCUM
     * @param correction Channel Sensitivity Correction Factor, 1 where the file has none
     * @param baseline what a sample of 0 stands for, in {@code unit}
     */
    public record Sensitivity(double perUnit, Code unit, double correction, double baseline) {
        public Sensitivity {
            if (!Double.isFinite(perUnit * correction) || perUnit * correction == 0 || !Double.isFinite(baseline)) {
                throw new IllegalArgumentException("no sensitivity: " + perUnit + " · " + correction);
            }
        }

        /** The value of a sample, in {@link #unit}. */
        double value(double sample) {
            return sample * perUnit * correction + baseline;
        }
    }

    /**
     * What was filtered out.
     *
     * @param lowHz frequencies below it; empty when not stated
     * @param highHz frequencies above it; empty when not stated
     * @param notchHz mains hum; empty when not stated, 0 for no such filter
     */
    public record Filter(OptionalDouble lowHz, OptionalDouble highHz, OptionalDouble notchHz) {}

    /** A short name: {@code "aVR"}; empty when nothing is stated. */
    public String name() {
        String meaning = source.map(Code::meaning).orElse("");
        String stated = meaning.isBlank() ? label : meaning;
        String bare = stated.startsWith(LEAD) ? stated.substring(LEAD.length()) : stated;
        int bracket = bare.indexOf('(');
        return (bracket > 0 ? bare.substring(0, bracket) : bare).strip();
    }
}
