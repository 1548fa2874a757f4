package org.candela.dicom.object;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;

/**
 * A colour recommended for display: PCS values, CIELab under D50 in 16 bits (PS3.3 C.10.7.1.1), shown in sRGB.
 *
 * @param l L*, 0 to 65535 for 0 to 100
 * @param a a*, 0 to 65535 for −128 to 127
 * @param b b*, 0 to 65535 for −128 to 127
 */
public record DisplayColor(int l, int a, int b) {
    private static final int MOST = 65535;
    private static final int OPAQUE = 0xFF000000;
    /** D50, the white of the profile connection space (ICC.1). */
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};

    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    /** XYZ under D50 → linear sRGB: the sRGB primaries adapted by Bradford, inverted. */
    private static final double[][] TO_LINEAR = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    private static final double[][] FROM_LINEAR = {
        {0.4360747, 0.3850649, 0.1430804},
        {0.2225045, 0.7168786, 0.0606169},
        {0.0139322, 0.0971045, 0.7141733}
    };

    public DisplayColor {
        if ((l | a | b) < 0 || l > MOST || a > MOST || b > MOST) {
            throw new IllegalArgumentException("no CIELab in 16 bits: " + l + "\\" + a + "\\" + b);
        }
    }

    /** The colour under {@code tag}; empty when there are not three values of 16 bits. */
    public static Optional<DisplayColor> in(Attributes dataSet, int tag) {
        List<Double> values = dataSet.numbers(tag);
        boolean isColor = values.size() == 3 && values.stream().allMatch(value -> value >= 0 && value <= MOST);
        return isColor
                ? Optional.of(new DisplayColor(
                        values.get(0).intValue(),
                        values.get(1).intValue(),
                        values.get(2).intValue()))
                : Optional.empty();
    }

    /** Sets {@code tag} to this colour. */
    public void putInto(Attributes target, int tag) {
        target.setNumbers(tag, VR.US, l, a, b);
    }

    // [impl->req~dicom-object.color~1]
    /** The nearest colour of sRGB, opaque ARGB; what lies beyond its gamut is clipped by channel. */
    public int argb() {
        double y = (100.0 * l / MOST + 16) / 116;
        double x = y + (255.0 * a / MOST - 128) / 500;
        double z = y - (255.0 * b / MOST - 128) / 200;
        double[] xyz = {WHITE[0] * uncurved(x), WHITE[1] * uncurved(y), WHITE[2] * uncurved(z)};
        int argb = OPAQUE;
        for (int channel = 0; channel < 3; channel++) {
            argb |= coded(product(TO_LINEAR[channel], xyz)) << (16 - 8 * channel);
        }
        return argb;
    }

    /** The CIELab of an sRGB colour; its alpha is not looked at. */
    public static DisplayColor ofArgb(int argb) {
        double[] linear = {linear(argb >> 16 & 0xFF), linear(argb >> 8 & 0xFF), linear(argb & 0xFF)};
        double x = curved(product(FROM_LINEAR[0], linear) / WHITE[0]);
        double y = curved(product(FROM_LINEAR[1], linear) / WHITE[1]);
        double z = curved(product(FROM_LINEAR[2], linear) / WHITE[2]);
        return new DisplayColor(
                sixteenBits((116 * y - 16) / 100),
                sixteenBits((500 * (x - y) + 128) / 255),
                sixteenBits((200 * (y - z) + 128) / 255));
    }

    private static int sixteenBits(double fraction) {
        return (int) Math.round(Math.max(0, Math.min(1, fraction)) * MOST);
    }

    private static double product(double[] row, double[] vector) {
        return row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2];
    }

    /** CIE 15: t³, or the line that replaces it near black. */
    private static double uncurved(double t) {
        double cube = t * t * t;
        return cube > EPSILON ? cube : (116 * t - 16) / KAPPA;
    }

    private static double curved(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    /** IEC 61966-2-1: linear light → 8-bit code. */
    private static int coded(double linear) {
        double clipped = Math.max(0, Math.min(1, linear));
        double code = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(code * 255);
    }

    private static double linear(int code) {
        double value = code / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
