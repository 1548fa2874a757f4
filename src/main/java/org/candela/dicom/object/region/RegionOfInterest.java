package org.candela.dicom.object.region;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.Uid;

/**
 * A region of interest of a structure set (PS3.3 C.8.8.5, C.8.8.6, C.8.8.8).
 *
 * @param name may be empty
 * @param interpretedType as {@code "PTV"} or {@code "ORGAN"}; empty when not stated
 * @param argb recommended colour, opaque; empty when none is
 * @param frameOfReferenceUid what its points are in; empty where the file does not say it
 * @param contours in the order of the file
 */
public record RegionOfInterest(
        int number,
        String name,
        String interpretedType,
        OptionalInt argb,
        Optional<Uid> frameOfReferenceUid,
        List<Contour> contours) {
    public RegionOfInterest {
        contours = List.copyOf(contours);
    }

    // [impl->req~dicom-object.contour-place~1]
    /**
     * Contours that lie on an image: those drawn on it; where there are none, those within half a slice of its plane, all of
     * their points, in its frame of reference.
     */
    public List<Contour> contoursOn(ImageTarget target) {
        List<Contour> drawn = contours.stream()
                .filter(contour -> contour.isOn(target.sopInstanceUid(), target.frame()))
                .toList();
        return drawn.isEmpty() ? target.place().map(this::contoursAt).orElse(List.of()) : drawn;
    }

    private List<Contour> contoursAt(ImageTarget.Place place) {
        boolean isComparable = frameOfReferenceUid.equals(Optional.of(place.frameOfReferenceUid()));
        return isComparable
                ? contours.stream().filter(contour -> contour.lies(place)).toList()
                : List.of();
    }
}
