package org.candela.viewer.object;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.candela.dicom.Tag;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.GraphicLayer;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.viewer.picture.ViewState;

/** Puts what is told of images into one presentation state. Stateless. */
final class StateComposer {
    private StateComposer() {}

    /**
     * The state of {@code images}, which share what a state says once.
     *
     * @param view turn and mirror
     * @param now when it is made
     */
    static PresentationState state(ViewState view, List<StatedImage> images, LocalDateTime now) {
        StatedImage.Common common = images.get(0).common();
        List<StateGreys.SoftcopyVoi> voi = new ArrayList<>();
        grouped(images, StatedImage::voi)
                .forEach((window, of) ->
                        voi.add(new StateGreys.SoftcopyVoi(StatedImage.scope(of, images), List.of(window))));
        List<DisplayedArea> areas = new ArrayList<>();
        grouped(images, StatedImage::area)
                .forEach((area, of) -> areas.add(
                        new DisplayedArea(StatedImage.scope(of, images), area.rectangle(), area.size(), area.pixel())));
        return new PresentationState(
                PresentationState.Label.ofNew("SCREEN", "", now),
                references(images),
                new StateGreys(common.modality(), voi, common.presentation()),
                new PresentationState.View(new SpatialTransform(view.quarterTurns(), view.isMirrored()), areas),
                common.shutter(),
                graphics(images),
                List.of());
    }

    private static <T> Map<T, List<StatedImage>> grouped(List<StatedImage> images, Function<StatedImage, T> by) {
        Map<T, List<StatedImage>> groups = new LinkedHashMap<>();
        images.forEach(image -> groups.computeIfAbsent(by.apply(image), key -> new ArrayList<>())
                .add(image));
        return groups;
    }

    private static List<SeriesReference> references(List<StatedImage> images) {
        List<SeriesReference> series = new ArrayList<>();
        grouped(images, image -> image.header().uid(Tag.SeriesInstanceUID))
                .forEach((uid, of) ->
                        uid.ifPresent(known -> series.add(new SeriesReference(known, StatedImage.references(of)))));
        return series;
    }

    private static PresentationState.Graphics graphics(List<StatedImage> images) {
        List<GraphicAnnotation> annotations = new ArrayList<>();
        for (StatedImage image : images) {
            Scope here = StatedImage.scope(List.of(image), images);
            image.annotations()
                    .forEach(mark ->
                            annotations.add(new GraphicAnnotation(here, mark.layer(), mark.texts(), mark.graphics())));
        }
        StatedImage.Common common = images.get(0).common();
        List<GraphicLayer> layers = new ArrayList<>();
        if (!common.overlays().isEmpty()) {
            layers.add(layer(StatedImages.OVERLAYS, 1));
        }
        if (!annotations.isEmpty()) {
            layers.add(layer(StatedImages.MARKS, 2));
        }
        return new PresentationState.Graphics(layers, annotations, common.overlays());
    }

    private static GraphicLayer layer(String name, int order) {
        return new GraphicLayer(name, order, "", OptionalInt.empty(), Optional.empty());
    }

    /** Whether a state that was written reads as it was meant. */
    static boolean isAsMeant(PresentationState read, PresentationState meant) {
        return read.references().equals(meant.references())
                && read.greys().equals(meant.greys())
                && read.view().equals(meant.view())
                && read.shutter().equals(meant.shutter())
                && read.graphics().overlays().equals(meant.graphics().overlays())
                && read.graphics().annotations().size()
                        == meant.graphics().annotations().size()
                && read.warnings().isEmpty();
    }
}
