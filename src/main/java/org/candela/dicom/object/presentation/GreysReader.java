package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.SequenceLut;
import org.candela.dicom.image.SequenceLut.Inputs;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** The grayscale transformations of a presentation state (PS3.3 C.11.1, C.11.6, C.11.8). */
final class GreysReader {
    private static final String MODALITY_LEFT_OUT = "the modality LUT cannot be read, not applied";
    private static final String RESCALE_LEFT_OUT = "the rescale cannot be read, not applied";
    private static final String VOI_LEFT_OUT = "a VOI transformation cannot be read, not applied";
    private static final String PRESENTATION_LEFT_OUT = "the presentation LUT cannot be read, not applied";
    /** Warnings of steps without which the greys are others than meant. */
    static final Set<String> LEFT_OUT =
            Set.of(MODALITY_LEFT_OUT, RESCALE_LEFT_OUT, VOI_LEFT_OUT, PRESENTATION_LEFT_OUT);

    private final Attributes dataSet;
    private final List<String> warnings;

    GreysReader(Attributes dataSet, List<String> warnings) {
        this.dataSet = dataSet;
        this.warnings = warnings;
    }

    StateGreys read() {
        StateGreys.Modality modality = modality();
        boolean canBeNegative = modality instanceof StateGreys.Linear linear
                && (linear.rescale().intercept() < 0 || linear.rescale().slope() < 0);
        return new StateGreys(modality, voi(canBeNegative ? Inputs.SIGNED : Inputs.AS_CODED), presentation());
    }

    private StateGreys.Modality modality() {
        Optional<Attributes> item = dataSet.item(Tag.ModalityLUTSequence);
        if (item.isPresent()) {
            Attributes table = item.orElseThrow();
            String unit = table.string(Tag.ModalityLUTType).orElse("US");
            Optional<StateGreys.Modality> read =
                    SequenceLut.read(table, Inputs.AS_CODED).map(lut -> new StateGreys.Table(lut, unit));
            return read.orElseGet(() -> {
                warnings.add(MODALITY_LEFT_OUT);
                return StateGreys.NONE.modality();
            });
        }
        return new StateGreys.Linear(rescale());
    }

    private Rescale rescale() {
        if (!dataSet.contains(Tag.RescaleSlope) && !dataSet.contains(Tag.RescaleIntercept)) {
            return Rescale.IDENTITY;
        }
        double slope = dataSet.number(Tag.RescaleSlope).orElse(0.0);
        double intercept = dataSet.number(Tag.RescaleIntercept).orElse(Double.NaN);
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            warnings.add(RESCALE_LEFT_OUT);
            return Rescale.IDENTITY;
        }
        return new Rescale(slope, intercept, dataSet.string(Tag.RescaleType).orElse("US"));
    }

    private List<StateGreys.SoftcopyVoi> voi(Inputs inputs) {
        List<StateGreys.SoftcopyVoi> found = new ArrayList<>();
        for (Attributes item : dataSet.items(Tag.SoftcopyVOILUTSequence)) {
            List<VoiTransform> alternatives = new ArrayList<>(windows(item));
            for (Attributes table : item.items(Tag.VOILUTSequence)) {
                SequenceLut.read(table, inputs)
                        .ifPresentOrElse(
                                lut -> alternatives.add(new VoiLut(
                                        lut, table.string(Tag.LUTExplanation).orElse(""))),
                                () -> warnings.add(VOI_LEFT_OUT));
            }
            if (!alternatives.isEmpty()) {
                found.add(new StateGreys.SoftcopyVoi(PresentationStateReader.scope(item), alternatives));
            }
        }
        return found;
    }

    private List<VoiWindow> windows(Attributes item) {
        List<Double> centers = item.numbers(Tag.WindowCenter);
        List<Double> widths = item.numbers(Tag.WindowWidth);
        Optional<VoiWindow.Function> function =
                function(item.string(Tag.VOILUTFunction).orElse("LINEAR"));
        boolean isStated = item.contains(Tag.WindowCenter) || item.contains(Tag.WindowWidth);
        if (function.isEmpty() || centers.size() != widths.size() || (isStated && centers.isEmpty())) {
            warnings.add(VOI_LEFT_OUT);
            return List.of();
        }
        List<VoiWindow> windows = new ArrayList<>();
        for (int i = 0; i < centers.size(); i++) {
            try {
                windows.add(new VoiWindow(centers.get(i), widths.get(i), function.orElseThrow()));
            } catch (IllegalArgumentException e) {
                warnings.add(VOI_LEFT_OUT);
            }
        }
        return windows;
    }

    private static Optional<VoiWindow.Function> function(String name) {
        for (VoiWindow.Function function : VoiWindow.Function.values()) {
            if (function.name().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private PresentationLut presentation() {
        Optional<Attributes> item = dataSet.item(Tag.PresentationLUTSequence);
        if (item.isPresent()) {
            Optional<PresentationLut> table =
                    SequenceLut.read(item.orElseThrow(), Inputs.UNSIGNED).map(PresentationLut.Table::new);
            if (table.isEmpty()) {
                warnings.add(PRESENTATION_LEFT_OUT);
            }
            return table.orElse(PresentationLut.Shape.IDENTITY);
        }
        return switch (dataSet.string(Tag.PresentationLUTShape).orElse("")) {
            case "IDENTITY" -> PresentationLut.Shape.IDENTITY;
            case "INVERSE" -> PresentationLut.Shape.INVERSE;
            default -> {
                warnings.add("no presentation LUT is stated, IDENTITY taken");
                yield PresentationLut.Shape.IDENTITY;
            }
        };
    }
}
