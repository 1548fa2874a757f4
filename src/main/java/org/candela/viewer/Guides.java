package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.image.ImagePoint;
import org.candela.image.PixelLayout;
import org.candela.image.PlaneCut;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.viewer.stack.ImageStack;
import org.jspecify.annotations.Nullable;

/**
 * Lines and a cross that show on each image where another one, or a point, lies in the patient; only within one frame of
 * reference (PS3.3 C.7.4.1). Used on the thread of the session.
 */
// [impl->req~viewer.guides~1]
public final class Guides {
    /** A point farther from the slice, mm, is not on it when the stack tells no step. */
    private static final double ON_SLICE = 0.5;

    private final Lightbox lightbox;
    private final Runnable changed;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean areLinesShown = true;
    private @Nullable SpacePoint cursor;

    Guides(Lightbox lightbox, Runnable changed) {
        this.lightbox = lightbox;
        this.changed = changed;
    }

    /** A point of the patient, mm, in a frame of reference. */
    private record SpacePoint(Uid frameOfReference, Vector3 point) {}

    /** What is drawn on one image, in its image points. */
    public record Drawn(List<PlaneCut> lines, List<ImagePoint> crosses) {
        /** Nothing. */
        public static final Drawn NOTHING = new Drawn(List.of(), List.of());

        public Drawn {
            lines = List.copyOf(lines);
            crosses = List.copyOf(crosses);
        }
    }

    /** Calls {@code listener} when lines over images may have moved: also those over images that stay. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    void moved() {
        listeners.forEach(Runnable::run);
    }

    /** Whether reference lines are drawn. */
    public boolean areLinesShown() {
        return areLinesShown;
    }

    /** Draws reference lines, or none. */
    public void toggleLines() {
        areLinesShown = !areLinesShown;
        changed.run();
    }

    void clear() {
        cursor = null;
    }

    /** Brings every other stack of the same frame of reference to the point of the patient under an image point. */
    // [impl->req~viewer.space-cursor~1]
    void pointAt(Viewport viewport, ImagePoint point) {
        Optional<ImagePlace> place = place(viewport);
        cursor = place.flatMap(here -> here.frameOfReference().flatMap(space -> here.plane()
                        .map(plane -> new SpacePoint(space, plane.patientPoint(point.column(), point.row())))))
                .orElse(null);
        SpacePoint aim = cursor;
        if (aim != null) {
            lightbox.places().stream()
                    .map(lightbox::viewport)
                    .filter(other -> !other.equals(viewport))
                    .forEach(other -> bring(other, aim));
        }
    }

    private static void bring(Viewport viewport, SpacePoint aim) {
        viewport.stack()
                .map(ImageStack::geometry)
                .filter(geometry -> geometry.frameOfReference()
                        .filter(aim.frameOfReference()::equals)
                        .isPresent())
                .flatMap(geometry -> geometry.nearest(aim.point()))
                .ifPresent(viewport::scrollTo);
    }

    /** What is to be drawn on {@code viewport} while keys act on {@code active}. */
    public Drawn on(Viewport viewport, Viewport active) {
        return place(viewport)
                .flatMap(here -> here.plane().flatMap(plane -> here.frameOfReference()
                        .map(space -> new Drawn(
                                lines(plane, space, viewport, active).toList(), crosses(plane, space, viewport)))))
                .orElse(Drawn.NOTHING);
    }

    private Stream<PlaneCut> lines(SlicePlane plane, Uid space, Viewport viewport, Viewport active) {
        if (!areLinesShown || viewport.equals(active)) {
            return Stream.empty();
        }
        Optional<PixelLayout> size =
                active.shown().map(shown -> shown.loaded().frame().layout());
        return place(active)
                .filter(there -> there.frameOfReference().filter(space::equals).isPresent())
                .flatMap(ImagePlace::plane)
                .flatMap(
                        cutting -> size.flatMap(layout -> PlaneCut.of(plane, cutting, layout.rows(), layout.columns())))
                .stream();
    }

    private List<ImagePoint> crosses(SlicePlane plane, Uid space, Viewport viewport) {
        SpacePoint aim = cursor;
        if (aim == null || !aim.frameOfReference().equals(space)) {
            return List.of();
        }
        double step = viewport.stack().map(stack -> stack.steps().stepMm()).orElse(0.0);
        double away = Math.abs(aim.point().minus(plane.origin()).dot(plane.normal()));
        boolean isOnSlice = away <= Math.max(ON_SLICE, step / 2);
        return isOnSlice ? List.of(new ImagePoint(plane.column(aim.point()), plane.row(aim.point()))) : List.of();
    }

    private static Optional<ImagePlace> place(Viewport viewport) {
        return viewport.shown().map(shown -> shown.loaded().description().place());
    }
}
