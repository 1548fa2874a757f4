package org.candela.calibration.pattern;

/** A great disc on black with a small black one in its middle: light that strays into the dark. Drawn in mm. */
final class GlarePattern implements PatternPainter {
    static final double DISC_RADIUS_MM = 150;
    static final double DARK_RADIUS_MM = 15;
    static final double OBJECT_RADIUS_MM = 4.5;
    static final double OBJECT_DISTANCE_MM = 9;
    static final int[] OBJECTS = {2, 4, 6, 8, 10};
    private final double disc;
    private final double darkRadiusMm;
    private final Middle middle;

    private GlarePattern(double disc, double darkRadiusMm, Middle middle) {
        this.disc = disc;
        this.darkRadiusMm = darkRadiusMm;
        this.middle = middle;
    }

    private enum Middle {
        OBJECTS,
        EMPTY
    }

    /** Faint objects in the dark middle of a white disc. */
    static GlarePattern objects() {
        return new GlarePattern(LevelScale.WHITE, DARK_RADIUS_MM, Middle.OBJECTS);
    }

    /** The same objects where nothing glares. */
    static GlarePattern objectsOnBlack() {
        return new GlarePattern(0, DARK_RADIUS_MM, Middle.OBJECTS);
    }

    /** A white disc with a dark middle to measure; a radius of 0 leaves no dark middle. */
    static GlarePattern dark(double radiusMm) {
        return new GlarePattern(LevelScale.WHITE, radiusMm, Middle.EMPTY);
    }

    /** Black alone. */
    static GlarePattern black() {
        return new GlarePattern(0, DARK_RADIUS_MM, Middle.EMPTY);
    }

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        int x = canvas.width() / 2;
        int y = canvas.height() / 2;
        canvas.disc(x, y, request.pixels(DISC_RADIUS_MM), disc);
        if (darkRadiusMm > 0) {
            canvas.disc(x, y, request.pixels(darkRadiusMm), 0);
        }
        if (middle == Middle.OBJECTS) {
            for (int i = 0; i < OBJECTS.length; i++) {
                double angle = 2 * Math.PI * i / OBJECTS.length - Math.PI / 2;
                int dx = (int) Math.round(request.pixels(OBJECT_DISTANCE_MM) * Math.cos(angle));
                int dy = (int) Math.round(request.pixels(OBJECT_DISTANCE_MM) * Math.sin(angle));
                canvas.disc(x + dx, y + dy, request.pixels(OBJECT_RADIUS_MM), OBJECTS[i]);
            }
        }
    }
}
