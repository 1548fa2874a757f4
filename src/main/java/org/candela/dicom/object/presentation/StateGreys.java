package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.LookupTable;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiTransform;

/**
 * The grayscale transformations of a presentation state (PS3.4 N.2.1).
 *
 * @param modality stored → modality values
 * @param voi modality values → display fraction, by image
 * @param presentation display fraction → P-value; takes the place of what the photometric interpretation says, so that
 *     MONOCHROME1 with INVERSE is inverted once (C.11.6.1.2)
 */
public record StateGreys(Modality modality, List<SoftcopyVoi> voi, PresentationLut presentation) {
    /** Values as stored, their whole range. */
    public static final StateGreys NONE =
            new StateGreys(new Linear(Rescale.IDENTITY), List.of(), PresentationLut.Shape.IDENTITY);

    public StateGreys {
        voi = List.copyOf(voi);
    }

    /** Modality LUT module (C.11.1); without one the values stay as stored, whatever the image says (N.2.1.1). */
    public sealed interface Modality {}

    /** Rescale Slope and Intercept. */
    public record Linear(Rescale rescale) implements Modality {}

    /**
     * Modality LUT Sequence.
     *
     * @param unit Modality LUT Type (0028,3004), as {@code "HU"}; {@code "US"} for unspecified
     */
    public record Table(LookupTable table, String unit) implements Modality {}

    /**
     * VOI transformations of some images (C.11.8).
     *
     * @param alternatives at least one; the first is applied
     */
    public record SoftcopyVoi(Scope scope, List<VoiTransform> alternatives) {
        public SoftcopyVoi {
            alternatives = List.copyOf(alternatives);
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("a VOI without a transformation");
            }
        }
    }

    /** Transformations of frame {@code frame}, from 1, of {@code image}; none means the whole range of modality values. */
    public List<VoiTransform> voiOf(Uid image, int frame) {
        Optional<SoftcopyVoi> found =
                voi.stream().filter(one -> one.scope().includes(image, frame)).findFirst();
        return found.map(SoftcopyVoi::alternatives).orElse(List.of());
    }
}
