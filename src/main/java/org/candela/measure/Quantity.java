package org.candela.measure;

/** What a number on an image is. */
public enum Quantity {
    /** Distance of two points, or along several. */
    LENGTH(1),
    /** The longer of two axes across one another. */
    LONG_AXIS(1),
    /** The shorter of two axes across one another. */
    SHORT_AXIS(1),
    /** Distance of a point from a line, at a right angle to it. */
    DISTANCE(1),
    /** Between two directions, 0 to 180. */
    ANGLE(1),
    /** Between two lines, 0 to 90. */
    ACUTE_ANGLE(1),
    /** Between two lines, 90 to 180. */
    OBTUSE_ANGLE(1),
    /** What completes an angle to 180. */
    OTHER_ANGLE(1),
    /** Of a circle. */
    DIAMETER(1),
    /** Within an outline. */
    AREA(1),
    /** Length of an outline. */
    PERIMETER(1),
    /** Pixels whose values are counted. */
    PIXELS(0),
    /** Arithmetic mean of modality values. */
    MEAN(1),
    /** {@code √(Σ(x − mean)² / (n − 1))}. */
    STANDARD_DEVIATION(1),
    /** Smallest modality value. */
    MINIMUM(1),
    /** Largest modality value. */
    MAXIMUM(1),
    /** Pixels inside that are no image, left out of the values. */
    PADDING_PIXELS(0),
    /** Midline to the heart border that was placed first. */
    HEART_FIRST(1),
    /** Midline to the heart border that was placed second. */
    HEART_SECOND(1),
    /** Inner width of the chest, at a right angle to the midline. */
    THORAX(1),
    /** Width of the heart over width of the chest. */
    RATIO(2),
    /** Value in the file. */
    STORED_VALUE(0),
    /** Value after the modality transformation. */
    MODALITY_VALUE(1),
    /** Standardised uptake by body weight. */
    UPTAKE(2),
    /** P-value that is shown, 0 to 65535. */
    PRESENTATION_VALUE(0),
    /** First sample of a pixel in colour: red, or luminance where the file holds that. */
    FIRST_SAMPLE(0),
    /** Second sample of a pixel in colour. */
    SECOND_SAMPLE(0),
    /** Third sample of a pixel in colour. */
    THIRD_SAMPLE(0),
    /** Difference of time. */
    TIME(0),
    /** Difference of velocity. */
    VELOCITY(1),
    /** Difference along an axis of depth. */
    DEPTH(1),
    /** Difference along an axis of another unit. */
    DIFFERENCE(1);

    private final int decimals;

    Quantity(int decimals) {
        this.decimals = decimals;
    }

    /** Digits after the point that are worth writing. */
    public int decimals() {
        return decimals;
    }
}
