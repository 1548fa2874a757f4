package org.candela.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The letters at the four edges of an image: which way the patient lies (PS3.3 C.7.6.1.1.1).
 *
 * <p>A mark has up to three of the letters L R A P H F, the main direction first. Empty marks mean that the file does not
 * say; nothing is guessed.
 */
public record OrientationMarks(String left, String right, String top, String bottom) {
    /** The file does not say how the patient lies. */
    public static final OrientationMarks NONE = new OrientationMarks("", "", "", "");

    /** A component below this, about 6 degrees, is not worth a letter. */
    private static final double LEAST_COMPONENT = 0.1;

    private static final String PAIRS = "LRAPHF";

    /** Marks of an image that lies in {@code plane}, as stored: rows to the right, columns down. */
    // [impl->req~image.orientation-marks~1]
    public static OrientationMarks of(SlicePlane plane) {
        return ofDirections(letters(plane.rowDirection()), letters(plane.columnDirection()));
    }

    /**
     * Marks from Patient Orientation (0020,0020): the direction of the rows, then of the columns.
     *
     * @param patientOrientation two values such as {@code ["A", "FR"]}; anything else gives {@link #NONE}
     */
    public static OrientationMarks of(List<String> patientOrientation) {
        boolean isUsable =
                patientOrientation.size() == 2 && patientOrientation.stream().allMatch(OrientationMarks::isKnown);
        return isUsable ? ofDirections(patientOrientation.get(0), patientOrientation.get(1)) : NONE;
    }

    /** Marks after the picture was mirrored left to right. */
    public OrientationMarks mirrored() {
        return new OrientationMarks(/* left= */ right, /* right= */ left, top, bottom);
    }

    /** Marks after the picture was turned clockwise by a quarter. */
    public OrientationMarks turnedClockwise() {
        return new OrientationMarks(/* left= */ bottom, /* right= */ top, /* top= */ left, /* bottom= */ right);
    }

    /** Letters of a direction in the patient, main component first; ties in the order x, y, z. */
    static String letters(Vector3 direction) {
        record Component(double size, char letter) {}
        List<Component> components = new ArrayList<>(List.of(
                new Component(Math.abs(direction.x()), direction.x() > 0 ? 'L' : 'R'),
                new Component(Math.abs(direction.y()), direction.y() > 0 ? 'P' : 'A'),
                new Component(Math.abs(direction.z()), direction.z() > 0 ? 'H' : 'F')));
        components.sort(Comparator.comparingDouble(Component::size).reversed());
        return components.stream()
                .filter(component -> component.size() >= LEAST_COMPONENT)
                .map(component -> String.valueOf(component.letter()))
                .collect(Collectors.joining());
    }

    private static OrientationMarks ofDirections(String rows, String columns) {
        return new OrientationMarks(opposite(rows), rows, opposite(columns), columns);
    }

    private static boolean isKnown(String letters) {
        return !letters.isEmpty() && letters.chars().allMatch(letter -> PAIRS.indexOf(letter) >= 0);
    }

    private static String opposite(String letters) {
        return letters.chars()
                .mapToObj(letter -> String.valueOf(PAIRS.charAt(PAIRS.indexOf(letter) ^ 1)))
                .collect(Collectors.joining());
    }
}
