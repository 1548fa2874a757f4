package org.candela.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Characteristic curve of a panel: emitted luminance in cd/m² by drive level, interpolated so that it never turns back.
 *
 * <p>Piecewise cubic Hermite with Fritsch–Butland slopes, which keeps monotone data monotone. Nothing is extrapolated.
 * Immutable.
 */
// [impl->req~calibration.interpolation~1]
public final class LuminanceResponse {
    /** How much a reading may fall below its darker neighbour by meter noise: relative, plus absolute in cd/m². */
    private static final double NOISE_RELATIVE = 0.02;

    private static final double NOISE_ABSOLUTE = 0.02;
    private static final int BISECTIONS = 60;

    private final double[] drives;
    private final double[] luminances;
    private final double[] slopes;

    private LuminanceResponse(double[] drives, double[] luminances) {
        this.drives = drives;
        this.luminances = luminances;
        this.slopes = monotoneSlopes(drives, luminances);
    }

    /** One measured point: drive level, 0 to 255, and emitted luminance. */
    public record Point(double drive, Luminance luminance) {}

    /**
     * The curve through measured points, in any order.
     *
     * <p>Readings that fall below a darker drive level by no more than noise are levelled with it.
     *
     * @throws CalibrationException when there are fewer than two points, a drive level occurs twice, or luminance falls
     *     by more than noise
     */
    public static LuminanceResponse of(List<Point> measured) throws CalibrationException {
        List<Point> points = measured.stream()
                .sorted(Comparator.comparingDouble(Point::drive))
                .toList();
        if (points.size() < 2) {
            throw new CalibrationException("calibration.too-few-points", "a response needs at least two points");
        }
        double[] drives = points.stream().mapToDouble(Point::drive).toArray();
        double[] luminances = points.stream()
                .mapToDouble(point -> point.luminance().cdPerM2())
                .toArray();
        for (int i = 1; i < drives.length; i++) {
            if (drives[i] == drives[i - 1]) {
                throw new CalibrationException(
                        "calibration.duplicate-level", "drive level " + drives[i] + " was given twice");
            }
            luminances[i] = levelled(drives[i], luminances[i - 1], luminances[i]);
        }
        return new LuminanceResponse(drives, luminances);
    }

    private static double levelled(double drive, double darker, double luminance) throws CalibrationException {
        if (luminance < darker * (1 - NOISE_RELATIVE) - NOISE_ABSOLUTE) {
            throw new CalibrationException(
                    "calibration.not-monotone",
                    "luminance falls from " + darker + " to " + luminance + " cd/m² at drive level " + drive);
        }
        return Math.max(luminance, darker);
    }

    /** Emitted luminance in cd/m² at a drive level within the measured ones. */
    public double luminance(double drive) {
        if (!(drive >= drives[0] && drive <= drives[drives.length - 1])) {
            throw new IllegalArgumentException("drive level outside the measured range: " + drive);
        }
        int i = segment(drive);
        double width = drives[i + 1] - drives[i];
        double t = (drive - drives[i]) / width;
        double u = 1 - t;
        return luminances[i] * u * u * (1 + 2 * t)
                + slopes[i] * width * t * u * u
                + luminances[i + 1] * t * t * (3 - 2 * t)
                - slopes[i + 1] * width * t * t * u;
    }

    /** Lowest drive level that gives this emitted luminance in cd/m², which must be within {@link #darkest} and {@link #brightest}. */
    public double drive(double luminance) {
        if (!(luminance >= darkest() && luminance <= brightest())) {
            throw new IllegalArgumentException("luminance outside the measured range: " + luminance);
        }
        double low = drives[0];
        double high = drives[drives.length - 1];
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (luminance(middle) < luminance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Emitted luminance at the lowest drive level measured, cd/m². */
    public double darkest() {
        return luminances[0];
    }

    /** Emitted luminance at the highest drive level measured, cd/m². */
    public double brightest() {
        return luminances[luminances.length - 1];
    }

    /** The measured points, from dark to bright, levelled where noise made one fall below a darker one. */
    public List<Point> points() {
        return IntStream.range(0, drives.length)
                .mapToObj(i -> new Point(drives[i], new Luminance(luminances[i])))
                .toList();
    }

    /** Number of measured points. */
    public int size() {
        return drives.length;
    }

    boolean isMeasured(double drive) {
        return drive >= firstDrive() && drive <= lastDrive();
    }

    double firstDrive() {
        return drives[0];
    }

    double lastDrive() {
        return drives[drives.length - 1];
    }

    private int segment(double drive) {
        int low = 0;
        int high = drives.length - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (drives[middle] <= drive) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] monotoneSlopes(double[] x, double[] y) {
        int last = x.length - 1;
        double[] slopes = new double[x.length];
        double[] secants = new double[last];
        for (int i = 0; i < last; i++) {
            secants[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        if (last == 1) {
            return new double[] {secants[0], secants[0]};
        }
        for (int i = 1; i < last; i++) {
            slopes[i] = harmonicMean(x[i] - x[i - 1], x[i + 1] - x[i], secants[i - 1], secants[i]);
        }
        slopes[0] = endSlope(x[1] - x[0], x[2] - x[1], secants[0], secants[1]);
        slopes[last] = endSlope(x[last] - x[last - 1], x[last - 1] - x[last - 2], secants[last - 1], secants[last - 2]);
        return slopes;
    }

    private static double harmonicMean(double before, double after, double secantBefore, double secantAfter) {
        if (secantBefore * secantAfter <= 0) {
            return 0;
        }
        double weightBefore = 2 * after + before;
        double weightAfter = after + 2 * before;
        return (weightBefore + weightAfter) / (weightBefore / secantBefore + weightAfter / secantAfter);
    }

    /** Three-point end slope, limited so that the first segment stays monotone. */
    private static double endSlope(double width, double nextWidth, double secant, double nextSecant) {
        double slope = ((2 * width + nextWidth) * secant - width * nextSecant) / (width + nextWidth);
        return Math.max(0, Math.min(slope, 3 * secant));
    }
}
