package org.candela.viewer;

import java.util.Optional;
import java.util.stream.Stream;
import org.candela.viewer.layout.Place;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StackGeometry;

/** Brings the slice before the reader where most of a region lies. Used on the thread of the session. */
public final class RegionJump {
    private static final String TITLE = "Show a region";
    /** A slice further away than this from the region shows another part of the patient, mm. */
    private static final double NEAR_MM = 10;

    private final ReadingSession session;

    public RegionJump(ReadingSession session) {
        this.session = session;
    }

    /** A slice of a stack, from 0. */
    private record Slice(ImageStack stack, int index) {}

    /**
     * Shows the slice and regions with it: in the active place where its stack is in the region's frame of reference, else in
     * the first that is, else the first such stack of the case is hung. Nothing where no stack is, or where the slice is not
     * known.
     */
    // [impl->req~viewer.region-list~1]
    public void to(RegionName region) {
        Optional<RegionReach.Spot> spot =
                session.beside().regions().reach(region).largest();
        spot.ifPresent(at -> hanging(at)
                .ifPresentOrElse(place -> scroll(place, at), () -> stack(at).ifPresent(found -> hang(found))));
        session.beside().regions().show(region);
    }

    private Optional<Place> hanging(RegionReach.Spot spot) {
        return Stream.concat(Stream.of(session.active()), session.lightbox().places().stream())
                .filter(place -> session.viewport(place)
                        .stack()
                        .flatMap(stack -> slice(stack, spot))
                        .isPresent())
                .findFirst();
    }

    private Optional<Slice> stack(RegionReach.Spot spot) {
        return session.study().stream()
                .flatMap(study -> study.stacks().stream())
                .flatMap(stack -> slice(stack, spot).stream())
                .findFirst();
    }

    private static Optional<Slice> slice(ImageStack stack, RegionReach.Spot spot) {
        StackGeometry geometry = stack.geometry();
        boolean isThere = spot.frameOfReferenceUid().isEmpty()
                || geometry.frameOfReference().equals(spot.frameOfReferenceUid());
        return isThere
                ? geometry.nearest(spot.point())
                        .filter(index -> geometry.distance(index, spot.point()) <= NEAR_MM)
                        .map(index -> new Slice(stack, index))
                : Optional.empty();
    }

    private void scroll(Place place, RegionReach.Spot spot) {
        session.edit(TITLE, () -> {
            session.activate(place);
            Viewport viewport = session.viewport(place);
            viewport.stack().flatMap(stack -> slice(stack, spot)).ifPresent(slice -> viewport.scrollTo(slice.index()));
        });
    }

    private void hang(Slice slice) {
        session.edit(TITLE, () -> {
            session.activeViewport().hang(slice.stack());
            session.activeViewport().scrollTo(slice.index());
        });
    }
}
