package org.candela.dicom.object.waveform;

import java.util.List;
import org.candela.base.Uid;

/**
 * A waveform object (PS3.3 A.34). Immutable.
 *
 * @param groups those that can be read, at least one
 * @param warnings what could not be understood; in English and without patient data
 */
public record Waveform(
        Uid sopClassUid,
        Uid sopInstanceUid,
        List<MultiplexGroup> groups,
        List<WaveformAnnotation> annotations,
        List<String> warnings) {
    public Waveform {
        groups = List.copyOf(groups);
        annotations = List.copyOf(annotations);
        warnings = warnings.stream().distinct().toList();
    }
}
