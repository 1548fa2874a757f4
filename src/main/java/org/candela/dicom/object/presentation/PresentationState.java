package org.candela.dicom.object.presentation;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.image.IccProfile;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;

/**
 * A Grayscale or Color Softcopy Presentation State (PS3.3 A.33.1, A.33.2): how the images it names are presented.
 *
 * <p>It replaces what the image says (PS3.4 N.2): an absent transformation is none, and not that of the image. Applied in
 * this order: modality, VOI, presentation LUT and shutters on the values as stored; then the image is rotated, and after
 * that flipped (C.10.6); the displayed area is laid over what came of it (C.10.4); graphics are drawn in image space with
 * units PIXEL, over the displayed area with units DISPLAY (C.10.5).
 *
 * <p>Immutable.
 *
 * @param label what it is called
 * @param references the images it applies to, by series: no others (C.11.11)
 * @param greys stored values → P-values; without effect in a colour state
 * @param view how the images lie on the screen
 * @param shutter what is covered; empty for nothing
 * @param graphics marks over the images
 * @param colours what the stored colours of the images are, in the place of their own profiles (C.11.15)
 * @param warnings what could not be understood and is left out; in English and without patient data
 */
public record PresentationState(
        Label label,
        List<SeriesReference> references,
        StateGreys greys,
        View view,
        Optional<DisplayShutter> shutter,
        Graphics graphics,
        IccProfile colours,
        List<String> warnings) {

    /** Without a profile of colours. */
    public PresentationState(
            Label label,
            List<SeriesReference> references,
            StateGreys greys,
            View view,
            Optional<DisplayShutter> shutter,
            Graphics graphics,
            List<String> warnings) {
        this(label, references, greys, view, shutter, graphics, IccProfile.NONE, warnings);
    }

    public PresentationState {
        references = List.copyOf(references);
        warnings = warnings.stream().distinct().toList();
        if (references.isEmpty()) {
            throw new IllegalArgumentException("a presentation state that applies to no image");
        }
    }

    /** What kinds of images a state is for. */
    public enum Kind {
        GRAYSCALE("1.2.840.10008.5.1.4.1.1.11.1"),
        COLOR("1.2.840.10008.5.1.4.1.1.11.2");

        private final String sopClassUid;

        Kind(String sopClassUid) {
            this.sopClassUid = sopClassUid;
        }

        /** The SOP class of the states. */
        public Uid sopClassUid() {
            return new Uid(sopClassUid);
        }
    }

    /**
     * What a state is called (PS3.3 Table 10-12, C.11.10).
     *
     * @param sopInstanceUid the state itself
     * @param name Content Label (0070,0080), at most 16 of A–Z, 0–9, space and underscore
     * @param description Content Description (0070,0081); may be empty
     * @param creator who made it, a person's name; may be empty
     * @param created when; empty where the file does not say it
     */
    public record Label(
            Kind kind,
            Uid sopInstanceUid,
            String name,
            String description,
            String creator,
            Optional<LocalDateTime> created) {

        /** What a new grayscale state is called. */
        public static Label ofNew(String name, String creator, LocalDateTime created) {
            return new Label(
                    Kind.GRAYSCALE,
                    Uid.random(),
                    name,
                    "",
                    creator,
                    Optional.of(created.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /**
     * How images lie on the screen.
     *
     * @param spatial turned and flipped
     * @param areas parts of the images that are shown, the first that applies to an image counts
     */
    public record View(SpatialTransform spatial, List<DisplayedArea> areas) {
        public View {
            areas = List.copyOf(areas);
        }

        /** The displayed area of frame {@code frame}, from 1, of {@code image}; empty where the state has none for it. */
        public Optional<DisplayedArea> areaOf(Uid image, int frame) {
            return areas.stream()
                    .filter(area -> area.scope().includes(image, frame))
                    .findFirst();
        }
    }

    /**
     * Marks over images.
     *
     * @param layers in the order they are drawn, the last on top
     * @param annotations in the order of the file
     * @param overlays overlays that are shown; those of the image that are not named here are not shown (C.11.7)
     */
    public record Graphics(
            List<GraphicLayer> layers, List<GraphicAnnotation> annotations, List<OverlayActivation> overlays) {
        public Graphics {
            layers = layers.stream().sorted().toList();
            annotations = List.copyOf(annotations);
            overlays = List.copyOf(overlays);
        }

        /** Annotations on frame {@code frame}, from 1, of {@code image}, those of the lowest layer first. */
        public List<GraphicAnnotation> annotationsOn(Uid image, int frame) {
            return annotations.stream()
                    .filter(annotation -> annotation.scope().includes(image, frame))
                    .sorted(Comparator.comparingInt(annotation -> depth(annotation.layer())))
                    .toList();
        }

        /** The layer of that name; empty where the file does not describe it. */
        public Optional<GraphicLayer> layer(String name) {
            return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
        }

        private int depth(String name) {
            return layer(name).map(layers::indexOf).orElse(layers.size());
        }
    }

    /** Whether something between stored values and P-values cannot be read: the greys would not be those that are meant. */
    public boolean isMissingGreys() {
        return warnings.stream().anyMatch(GreysReader.LEFT_OUT::contains);
    }

    // [impl->req~dicom-object.state-scope~1]
    /** Whether the state is made for frame {@code frame}, from 1, of {@code image}; to others it must not be applied. */
    public boolean appliesTo(Uid image, int frame) {
        return references.stream().anyMatch(series -> ObjectReference.anyIncludes(series.objects(), image, frame));
    }
}
