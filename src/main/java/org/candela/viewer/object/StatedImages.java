package org.candela.viewer.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.SampleOrigin;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.GraphicObject;
import org.candela.dicom.object.presentation.OverlayActivation;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.dicom.object.presentation.TextObject;
import org.candela.image.ImagePoint;
import org.candela.image.OverlayPlane;
import org.candela.measure.Figure;
import org.candela.measure.Strokes;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkPlace;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.OverlayInk;

/** Tells of images in the words of presentation states how a screen shows them. Reads from the disk; used once. */
final class StatedImages {
    static final String MARKS = "MARKS";
    static final String OVERLAYS = "OVERLAYS";
    private static final int LAST_GROUP = 0x601E;
    private static final int MOST_TEXT = 1024;

    private final StudyLibrary library;
    private final ScreenLook look;
    private final Map<Uid, FrameReader> readers = new HashMap<>();

    StatedImages(StudyLibrary library, ScreenLook look) {
        this.library = library;
        this.look = look;
    }

    /** The image, or nothing for one in colours or whose stored values are not at hand. */
    Optional<StatedImage> of(FrameKey key) throws IOException, CandelaException {
        FrameReader reader = reader(key.sopInstance());
        Attributes header = reader.dataSet();
        ImageDescription description = description(reader, key.frameIndex());
        Optional<StateGreys.Modality> modality = modality(description);
        if (!description.layout().photometric().isGrayscale() || modality.isEmpty()) {
            return Optional.empty();
        }
        ScreenGreys greys = new ScreenGreys(look);
        StatedImage.Common common = new StatedImage.Common(
                ObjectHeader.reference(header).sopClassUid(),
                modality.orElseThrow(),
                greys.presentation(description),
                look.appearance().filling().occlusion() == Occlusion.LIFTED
                        ? Optional.empty()
                        : greys.shutter(description.shutter()),
                overlays(header));
        return Optional.of(new StatedImage(
                header,
                key,
                common,
                greys.voi(description),
                new ScreenArea(look).of(header, description),
                annotations(key, description)));
    }

    /** Pixels are decoded only where what they mean depends on it. */
    private static ImageDescription description(FrameReader reader, int frame) throws IOException, CandelaException {
        ImageDescription asFiled = reader.describe(frame);
        boolean isAsStored = reader.dataSet().items(Tag.ModalityLUTSequence).isEmpty()
                && asFiled.layout().bitsAllocated() <= Short.SIZE;
        return isAsStored ? asFiled : reader.load(frame).description();
    }

    private FrameReader reader(Uid instance) throws IOException, CandelaException {
        FrameReader known = readers.get(instance);
        if (known != null) {
            return known;
        }
        FrameReader opened = FrameReader.open(library.fileOf(instance)
                .orElseThrow(() -> new CandelaException("study.not-here", "an image is not here")));
        readers.clear(); // frames of one object come one after the other
        readers.put(instance, opened);
        return opened;
    }

    private static Optional<StateGreys.Modality> modality(ImageDescription description) {
        if (description.greys().origin() instanceof SampleOrigin.ThroughTable table) {
            return Optional.of(
                    new StateGreys.Table(table.table(), description.rescale().unit()));
        }
        return description.greys().origin() instanceof SampleOrigin.Stored
                ? Optional.of(new StateGreys.Linear(description.rescale()))
                : Optional.empty();
    }

    private List<OverlayActivation> overlays(Attributes header) {
        List<OverlayActivation> shown = new ArrayList<>();
        for (int group = OverlayPlane.FIRST_GROUP; group <= LAST_GROUP; group += 2) {
            boolean isThere = header.contains(Tag.OverlayRows + ((group - OverlayPlane.FIRST_GROUP) << Short.SIZE));
            if (isThere && look.appearance().ink() != OverlayInk.NONE) {
                shown.add(new OverlayActivation(group, OVERLAYS));
            }
        }
        return shown;
    }

    private List<GraphicAnnotation> annotations(FrameKey key, ImageDescription description) {
        ImageDescription.ImagePlace place = description.place();
        MarkPlace here =
                new MarkPlace(key, new MarkedFrame.Place(place.plane(), place.frameOfReference(), look.stepMm()));
        List<GraphicAnnotation> annotations = new ArrayList<>();
        for (Mark mark : look.marks()) {
            here.figure(mark).ifPresent(figure -> annotations.add(annotation(mark, figure, place.pixelAspect())));
        }
        return annotations;
    }

    /** Unformatted Text Value has at most 1024 characters (PS3.5 6.2). */
    private static String clipped(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "\u2026";
    }

    private GraphicAnnotation annotation(Mark mark, Figure figure, double aspect) {
        List<GraphicObject> graphics = new ArrayList<>();
        List<Strokes.Stroke> strokes = Strokes.of(figure, aspect);
        for (Strokes.Stroke stroke : strokes) {
            graphics.add(
                    GraphicObject.onImage(GraphicObject.Shape.POLYLINE, stroke.points(), GraphicObject.Fill.OUTLINE));
        }
        ImagePoint anchor = figure.points().get(0);
        if (strokes.isEmpty()) {
            graphics.add(GraphicObject.onImage(GraphicObject.Shape.POINT, List.of(anchor), GraphicObject.Fill.OUTLINE));
        }
        List<String> lines = Stream.concat(
                        mark.text().lines(), look.words().getOrDefault(mark.id(), List.of()).stream())
                .toList();
        List<TextObject> texts = lines.isEmpty()
                ? List.of()
                : List.of(TextObject.onImage(clipped(String.join("\r\n", lines)), anchor.plus(mark.labelShift())));
        return new GraphicAnnotation(Scope.ALL, MARKS, texts, graphics);
    }
}
