package org.candela.dicom.object.waveform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.Code;

/** Reads the annotations of a waveform (PS3.3 C.10.10). */
final class AnnotationReader {
    private static final int MOST = 20_000;
    private static final int MOST_SPOTS = 10_000;
    private static final double MILLIS = 1000;

    private final List<MultiplexGroup> groups;
    private final List<Integer> numbers;
    private final List<String> warnings;

    /**
     * For the groups that were read.
     *
     * @param numbers which group of the file each is, from 1
     */
    AnnotationReader(List<MultiplexGroup> groups, List<Integer> numbers, List<String> warnings) {
        this.groups = groups;
        this.numbers = numbers;
        this.warnings = warnings;
    }

    /** Targets name groups as they were read, not as they stand in the file; what is about others is left out. */
    List<WaveformAnnotation> read(Attributes dataSet) {
        List<Attributes> items = dataSet.items(WaveformTag.WaveformAnnotationSequence);
        if (items.size() > MOST) {
            warnings.add(items.size() - MOST + " annotations are left out");
        }
        List<WaveformAnnotation> annotations = new ArrayList<>();
        items.stream().limit(MOST).forEach(item -> annotation(item).ifPresent(annotations::add));
        return annotations;
    }

    private Optional<WaveformAnnotation> annotation(Attributes item) {
        List<WaveformAnnotation.Target> targets = targets(item);
        boolean isOfOthers = targets.isEmpty() && item.contains(WaveformTag.ReferencedWaveformChannels);
        if (isOfOthers) {
            return Optional.empty();
        }
        String text = item.string(WaveformTag.UnformattedTextValue)
                .or(() -> Code.in(item, WaveformTag.ConceptCodeSequence).map(Code::meaning))
                .orElse("")
                .strip();
        return Optional.of(new WaveformAnnotation(
                Code.in(item, WaveformTag.ConceptNameCodeSequence),
                text,
                WaveformReader.number(item, WaveformTag.NumericValue),
                Code.in(item, WaveformTag.MeasurementUnitsCodeSequence),
                targets,
                spot(item, targets)));
    }

    private List<WaveformAnnotation.Target> targets(Attributes item) {
        List<Double> pairs = item.numbers(WaveformTag.ReferencedWaveformChannels);
        List<WaveformAnnotation.Target> targets = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            int group = numbers.indexOf(pairs.get(i).intValue());
            if (group >= 0) {
                targets.add(new WaveformAnnotation.Target(
                        group + 1, pairs.get(i + 1).intValue()));
            }
        }
        return targets;
    }

    /** Sample positions are numbered from 1 (Table C.10-10); offsets are in milliseconds. */
    private Optional<WaveformAnnotation.Spot> spot(Attributes item, List<WaveformAnnotation.Target> targets) {
        MultiplexGroup group =
                targets.isEmpty() ? groups.get(0) : groups.get(targets.get(0).group() - 1);
        List<Double> seconds = new ArrayList<>();
        item.numbers(WaveformTag.ReferencedSamplePositions)
                .forEach(position -> seconds.add((position - 1) / group.samplingFrequencyHz()));
        item.numbers(WaveformTag.ReferencedTimeOffsets).forEach(offset -> seconds.add(offset / MILLIS));
        List<Double> usable =
                seconds.stream().filter(Double::isFinite).limit(MOST_SPOTS).toList();
        return usable.isEmpty()
                ? Optional.empty()
                : Optional.of(new WaveformAnnotation.Spot(
                        item.string(WaveformTag.TemporalRangeType).orElse("POINT"), usable));
    }
}
