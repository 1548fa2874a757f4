package org.candela.dicom.object.presentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.IccProfile;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.dicom.object.presentation.PresentationState.Graphics;
import org.candela.dicom.object.presentation.PresentationState.Kind;
import org.candela.dicom.object.presentation.PresentationState.Label;
import org.candela.dicom.object.presentation.PresentationState.View;

/**
 * Reads softcopy presentation states (PS3.3 A.33.1, A.33.2). Stateless; safe from any thread.
 *
 * <p>Refused: other objects, states that name no image. What is in a state and cannot be understood is left out with a
 * warning.
 */
public final class PresentationStateReader {
    private static final int HALF_TURN = 180;
    private static final int QUARTER = 90;
    private static final int NUMBERS_OF_PAIR = 2;

    private final Attributes dataSet;
    private final List<String> warnings = new ArrayList<>();

    private PresentationStateReader(Attributes dataSet) {
        this.dataSet = dataSet;
    }

    // [impl->req~dicom-object.state-read~1]
    /**
     * The state in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is no grayscale or colour softcopy presentation state, or names no image
     */
    public static PresentationState read(Attributes dataSet) throws UnsupportedObjectException {
        return new PresentationStateReader(dataSet).read();
    }

    /** Whether {@code sopClassUid} is a class this reader takes. */
    public static boolean reads(Uid sopClassUid) {
        return kind(sopClassUid).isPresent();
    }

    private static Optional<Kind> kind(Uid sopClassUid) {
        for (Kind kind : Kind.values()) {
            if (kind.sopClassUid().equals(sopClassUid)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private PresentationState read() throws UnsupportedObjectException {
        Kind kind = dataSet.uid(Tag.SOPClassUID)
                .flatMap(PresentationStateReader::kind)
                .orElseThrow(() -> new UnsupportedObjectException(
                        Tag.SOPClassUID, "no grayscale or color softcopy presentation state"));
        List<SeriesReference> references = SeriesReference.all(dataSet, Tag.ReferencedImageSequence).stream()
                .filter(series -> !series.objects().isEmpty())
                .toList();
        if (references.isEmpty()) {
            throw new UnsupportedObjectException(
                    Tag.ReferencedSeriesSequence, "the presentation state names no image that it applies to");
        }
        tellWhatIsNotApplied();
        StateGreys greys = kind == Kind.GRAYSCALE ? new GreysReader(dataSet, warnings).read() : StateGreys.NONE;
        return new PresentationState(
                label(kind),
                references,
                greys,
                new View(spatial(), areas()),
                new ShutterReader(dataSet, warnings).read(),
                graphics(),
                kind == Kind.COLOR ? profile() : IccProfile.NONE,
                warnings);
    }

    // [impl->req~dicom-object.state-icc~1]
    /** It is looked at where it is laid over an image. */
    private IccProfile profile() {
        try {
            return dataSet.loadBytes(StateTag.ICCProfile).map(IccProfile::of).orElse(IccProfile.NONE);
        } catch (IOException e) {
            warnings.add("the ICC profile of the presentation state cannot be read, not applied");
            return IccProfile.NONE;
        }
    }

    private void tellWhatIsNotApplied() {
        if (!dataSet.items(StateTag.MaskSubtractionSequence).isEmpty()) {
            warnings.add("mask subtraction is not applied");
        }
        boolean hasCurves =
                dataSet.tags().stream().anyMatch(tag -> (tag & 0xFF00FFFF) == StateTag.CurveActivationLayer);
        if (hasCurves) {
            warnings.add("curves (retired) are not shown");
        }
    }

    private Label label(Kind kind) throws UnsupportedObjectException {
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        return new Label(
                kind,
                instance,
                dataSet.string(StateTag.ContentLabel).orElse(""),
                dataSet.string(StateTag.ContentDescription).orElse(""),
                dataSet.string(StateTag.ContentCreatorName).orElse(""),
                dataSet.dateTime(StateTag.PresentationCreationDate, StateTag.PresentationCreationTime));
    }

    /** Image Rotation is clockwise, and the flip comes after it (C.10.6). */
    private SpatialTransform spatial() {
        int degrees = dataSet.integer(StateTag.ImageRotation).orElse(0);
        boolean isFlipped =
                dataSet.string(StateTag.ImageHorizontalFlip).filter("Y"::equals).isPresent();
        if (degrees < 0 || degrees > QUARTER + HALF_TURN || degrees % QUARTER != 0) {
            warnings.add("an image rotation of " + degrees + " degrees is not applied");
            return new SpatialTransform(0, isFlipped);
        }
        return new SpatialTransform(degrees / QUARTER, isFlipped);
    }

    private List<DisplayedArea> areas() {
        List<DisplayedArea> areas = new ArrayList<>();
        for (Attributes item : dataSet.items(StateTag.DisplayedAreaSelectionSequence)) {
            Optional<DisplayedArea> area = area(item);
            area.ifPresentOrElse(areas::add, () -> warnings.add("a displayed area cannot be read, not applied"));
        }
        return areas;
    }

    private Optional<DisplayedArea> area(Attributes item) {
        Optional<DisplayedArea.Size> size = size(item);
        Optional<DisplayedArea.PixelShape> pixel = DisplayedArea.PixelShape.in(
                item, StateTag.PresentationPixelSpacing, StateTag.PresentationPixelAspectRatio);
        Optional<PixelRectangle> rectangle = rectangle(item);
        if (size.isEmpty() || pixel.isEmpty() || rectangle.isEmpty()) {
            return Optional.empty();
        }
        boolean hasSpacing = pixel.orElseThrow() instanceof DisplayedArea.Spacing;
        if (size.orElseThrow() instanceof DisplayedArea.TrueSize && !hasSpacing) {
            return Optional.empty(); // the size of a pixel is not known, and must not be guessed
        }
        return Optional.of(
                new DisplayedArea(scope(item), rectangle.orElseThrow(), size.orElseThrow(), pixel.orElseThrow()));
    }

    /** Corners as they stand on the screen: in a turned image the first may lie right of or below the second (C.10.4). */
    private static Optional<PixelRectangle> rectangle(Attributes item) {
        List<Double> first = item.numbers(StateTag.DisplayedAreaTopLeftHandCorner);
        List<Double> second = item.numbers(StateTag.DisplayedAreaBottomRightHandCorner);
        if (first.size() != NUMBERS_OF_PAIR || second.size() != NUMBERS_OF_PAIR) {
            return Optional.empty();
        }
        return Optional.of(PixelRectangle.between(
                first.get(0).intValue() - 1,
                first.get(1).intValue() - 1,
                second.get(0).intValue() - 1,
                second.get(1).intValue() - 1));
    }

    private static Optional<DisplayedArea.Size> size(Attributes item) {
        return switch (item.string(StateTag.PresentationSizeMode).orElse("")) {
            case "SCALE TO FIT" -> Optional.of(new DisplayedArea.ScaleToFit());
            case "TRUE SIZE" -> Optional.of(new DisplayedArea.TrueSize());
            case "MAGNIFY" ->
                item.number(StateTag.PresentationPixelMagnificationRatio)
                        .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
                        .map(DisplayedArea.Magnify::new);
            default -> Optional.empty();
        };
    }

    private Graphics graphics() throws UnsupportedObjectException {
        AnnotationReader reader = new AnnotationReader(dataSet, warnings);
        return new Graphics(reader.layers(), reader.annotations(), StateOverlays.activations(dataSet, warnings));
    }

    /** The images an item names; all when it names none (C.11.8, C.10.4, C.10.5). */
    static Scope scope(Attributes item) {
        return new Scope(ObjectReference.all(item, Tag.ReferencedImageSequence));
    }
}
