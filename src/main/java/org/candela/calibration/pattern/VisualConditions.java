package org.candela.calibration.pattern;

/**
 * Who looked, from where, in what light; none of it about a patient.
 *
 * @param observer who looked
 * @param viewingDistanceMm from eye to screen; 0 where it was not said
 * @param room light of the room, in words or lux as the observer gives it; may be empty
 */
public record VisualConditions(String observer, int viewingDistanceMm, String room) {
    public VisualConditions {
        if (observer.isBlank() || viewingDistanceMm < 0 || viewingDistanceMm > 5000) {
            throw new IllegalArgumentException("an observer, and 0 to 5000 mm, not " + viewingDistanceMm);
        }
    }
}
