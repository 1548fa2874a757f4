package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.PresentationState.Kind;
import org.candela.dicom.object.presentation.PresentationState.Label;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;

/** Writes Grayscale Softcopy Presentation States (PS3.3 A.33.1). Stateless; safe from any thread. */
public final class PresentationStateWriter {
    private static final Pattern CODE_STRING = Pattern.compile("[A-Z0-9 _]{1,16}");
    private static final int QUARTER = 90;

    private PresentationStateWriter() {}

    // [impl->req~dicom-object.state-write~1]
    /**
     * The state as an object of its own.
     *
     * @param image any image it applies to: patient and study are taken from it
     * @param place series and number of the object
     * @throws IllegalArgumentException when the state is no valid one: of another kind, for images of several SOP classes,
     *     without a displayed area or a moment, its label no code string, an annotation in a layer that there is not
     */
    public static Attributes write(PresentationState state, Attributes image, ObjectHeader.Place place) {
        requireValid(state);
        Label label = state.label();
        Uid sopClassUid = label.kind().sopClassUid();
        Attributes target =
                ObjectHeader.of(image, new ObjectHeader.Kind(sopClassUid, "PR"), label.sopInstanceUid(), place);
        target.set(StateTag.ContentLabel, VR.CS, label.name())
                .set(StateTag.ContentDescription, VR.LO, label.description())
                .set(StateTag.ContentCreatorName, VR.PN, label.creator())
                .setItems(
                        Tag.ReferencedSeriesSequence,
                        state.references().stream()
                                .map(series -> series.item(Tag.ReferencedImageSequence))
                                .toList());
        ObjectHeader.setMoment(
                target,
                StateTag.PresentationCreationDate,
                StateTag.PresentationCreationTime,
                label.created().orElseThrow());
        GreysWriter.write(state.greys(), target);
        writeView(state.view(), target);
        state.shutter().ifPresent(shutter -> ShutterWriter.write(shutter, target));
        AnnotationWriter.write(state.graphics(), target);
        return ObjectHeader.withOneCharacterSet(target);
    }

    private static void requireValid(PresentationState state) {
        Label label = state.label();
        require(label.kind() == Kind.GRAYSCALE, "only grayscale states are written");
        require(CODE_STRING.matcher(label.name()).matches(), "no content label: \"" + label.name() + "\"");
        require(label.created().isPresent(), "the state has no moment of creation");
        require(!state.view().areas().isEmpty(), "the state has no displayed area");
        require(
                state.references().stream().map(SeriesReference::objects).noneMatch(List<ObjectReference>::isEmpty),
                "a referenced series without images");
        require(
                state.references().stream()
                                .flatMap(series -> series.objects().stream())
                                .map(ObjectReference::sopClassUid)
                                .distinct()
                                .count()
                        == 1,
                "a state is for images of one SOP class (C.11.11)");
        state.shutter().ifPresent(PresentationStateWriter::requireOneModule);
        state.graphics()
                .annotations()
                .forEach(annotation -> require(
                        state.graphics().layer(annotation.layer()).isPresent(),
                        "no graphic layer " + annotation.layer()));
    }

    /** Display Shutter and Bitmap Display Shutter are modules of their own, of which a state has one. */
    private static void requireOneModule(DisplayShutter shutter) {
        require(shutter.color().isEmpty(), "the shutter of a grayscale state has no colour (C.11.12)");
        boolean hasShape = shutter.rectangle().isPresent()
                || shutter.circle().isPresent()
                || !shutter.polygon().isEmpty();
        require(hasShape != shutter.bitmap().isPresent(), "a shutter has either shapes or a bitmap");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static void writeView(PresentationState.View view, Attributes target) {
        if (!view.spatial().equals(SpatialTransform.NONE)) {
            target.setNumbers(StateTag.ImageRotation, VR.US, view.spatial().quarterTurns() * QUARTER)
                    .set(StateTag.ImageHorizontalFlip, VR.CS, view.spatial().isFlipped() ? "Y" : "N");
        }
        List<Attributes> areas = new ArrayList<>();
        for (DisplayedArea area : view.areas()) {
            areas.add(item(area, view.spatial()));
        }
        target.setItems(StateTag.DisplayedAreaSelectionSequence, areas);
    }

    private static Attributes item(DisplayedArea area, SpatialTransform spatial) {
        Attributes item = scoped(area.scope());
        setCorner(item, StateTag.DisplayedAreaTopLeftHandCorner, area.rectangle(), spatial.undone(0, 0));
        setCorner(item, StateTag.DisplayedAreaBottomRightHandCorner, area.rectangle(), spatial.undone(1, 1));
        if (area.size() instanceof DisplayedArea.Magnify magnify) {
            item.setNumbers(StateTag.PresentationPixelMagnificationRatio, VR.FL, magnify.ratio());
        }
        item.set(StateTag.PresentationSizeMode, VR.CS, mode(area.size()));
        if (area.pixel() instanceof DisplayedArea.Spacing known) {
            PixelSpacing spacing = known.spacing();
            item.setNumbers(
                    StateTag.PresentationPixelSpacing, VR.DS, spacing.rowSpacingMm(), spacing.columnSpacingMm());
        } else if (area.pixel() instanceof DisplayedArea.Ratio ratio) {
            item.setNumbers(StateTag.PresentationPixelAspectRatio, VR.IS, ratio.vertical(), ratio.horizontal());
        }
        return item;
    }

    /** The corner of the stored rectangle that stands in the corner of the screen (C.10.4); columns and rows from 1. */
    private static void setCorner(Attributes item, int tag, PixelRectangle area, ImagePoint side) {
        double column = side.column() == 0 ? area.left() : area.right();
        double row = side.row() == 0 ? area.top() : area.bottom();
        item.setNumbers(tag, VR.SL, column + 1, row + 1);
    }

    private static String mode(DisplayedArea.Size size) {
        if (size instanceof DisplayedArea.TrueSize) {
            return "TRUE SIZE";
        }
        return size instanceof DisplayedArea.Magnify ? "MAGNIFY" : "SCALE TO FIT";
    }

    /** An item that names the images it applies to, where these are not all. */
    static Attributes scoped(Scope scope) {
        Attributes item = new Attributes();
        if (!scope.references().isEmpty()) {
            item.setItems(Tag.ReferencedImageSequence, ObjectReference.items(scope.references()));
        }
        return item;
    }
}
