package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.dicom.Tag;
import org.candela.image.SlicePasses;

/**
 * What sets slices at one place apart: diffusion, echo, time, or what was computed of the signal. Numbers that are not stated
 * are 0.
 *
 * @param diffusionBValue s/mm² (PS3.3 C.8.13.5.9)
 * @param echoTime ms (C.8.3.1), effective in enhanced images (C.8.13.5.4)
 * @param temporalPosition Temporal Position Identifier or Index (C.8.3.1, C.7.6.16.2.2)
 * @param triggerTime ms after the R wave (C.8.3.1), nominal delay in enhanced images (C.7.6.16.2.7)
 * @param component values of Image Type from the third on, as magnitude and phase have
 */
public record SliceKind(
        double diffusionBValue, double echoTime, double temporalPosition, double triggerTime, String component) {
    private static final Comparator<SliceKind> BY_ALL = Comparator.comparingDouble(SliceKind::temporalPosition)
            .thenComparingDouble(SliceKind::diffusionBValue)
            .thenComparingDouble(SliceKind::echoTime)
            .thenComparing(SliceKind::component);

    /** One attribute first: others may differ from slice to slice, as trigger times do where slices are taken in turn. */
    private static final List<Comparator<SliceKind>> CANDIDATES = List.of(
            Comparator.comparingDouble(SliceKind::diffusionBValue),
            Comparator.comparingDouble(SliceKind::echoTime),
            Comparator.comparingDouble(SliceKind::temporalPosition),
            Comparator.comparing(SliceKind::component),
            BY_ALL,
            Comparator.comparingDouble(SliceKind::triggerTime));

    static SliceKind of(FunctionalGroups groups) {
        List<String> type = groups.group(Tag.MRImageFrameTypeSequence).strings(Tag.FrameType);
        if (type.isEmpty()) {
            type = groups.group(Tag.MRImageFrameTypeSequence).strings(Tag.ImageType);
        }
        return new SliceKind(
                groups.group(Tag.MRDiffusionSequence)
                        .number(Tag.DiffusionBValue)
                        .orElse(0.0),
                groups.group(Tag.MREchoSequence)
                        .number(Tag.EffectiveEchoTime)
                        .or(() -> groups.group(Tag.MREchoSequence).number(Tag.EchoTime))
                        .orElse(0.0),
                groups.group(Tag.FrameContentSequence)
                        .number(Tag.TemporalPositionIndex)
                        .or(() -> groups.group(Tag.FrameContentSequence).number(Tag.TemporalPositionIdentifier))
                        .orElse(0.0),
                groups.group(Tag.CardiacSynchronizationSequence)
                        .number(Tag.NominalCardiacTriggerDelayTime)
                        .or(() ->
                                groups.group(Tag.CardiacSynchronizationSequence).number(Tag.TriggerTime))
                        .orElse(0.0),
                String.join("\\", type.subList(Math.min(2, type.size()), type.size())));
    }

    // [impl->req~dicom-image.slice-kinds~1]
    /**
     * Passes of slices at these positions along the normal, mm, ascending: a kind is a pass where one attribute, or all of
     * them, part the slices so that every place was passed once by each. Else the first of every place are the first pass,
     * then the second.
     */
    public static SlicePasses passes(List<Double> ascending, List<SliceKind> kinds) {
        SlicePasses byRank = SlicePasses.of(ascending);
        if (byRank.passes().size() < 2 || !byRank.isRegular()) {
            return byRank;
        }
        int places = byRank.passes().get(0).size();
        return CANDIDATES.stream()
                .flatMap(by -> parted(ascending, kinds, by, places).stream())
                .findFirst()
                .orElse(byRank);
    }

    private static Optional<SlicePasses> parted(
            List<Double> ascending, List<SliceKind> kinds, Comparator<SliceKind> by, int places) {
        Map<SliceKind, List<Integer>> parts = new TreeMap<>(by);
        for (int i = 0; i < ascending.size(); i++) {
            parts.computeIfAbsent(kinds.get(i), first -> new ArrayList<>()).add(i);
        }
        boolean isEachOnce = parts.size() > 1
                && parts.values().stream()
                        .allMatch(part -> part.size() == places
                                && SlicePasses.of(part.stream()
                                                        .map(ascending::get)
                                                        .toList())
                                                .passes()
                                                .size()
                                        == 1);
        return isEachOnce ? Optional.of(new SlicePasses(List.copyOf(parts.values()))) : Optional.empty();
    }
}
