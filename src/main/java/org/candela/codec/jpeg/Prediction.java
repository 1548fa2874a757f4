package org.candela.codec.jpeg;

/** Prediction of lossless lines (T.81 H.1.2.1), modulo 2^16; a line holds differences and then its samples. */
final class Prediction {
    private static final int MASK = 0xFFFF;

    private Prediction() {}

    /** First line of a scan or restart interval: from the left, and 2^(P−Pt−1) at its beginning. */
    static void firstLine(int[] line, int start) {
        int left = start;
        for (int x = 0; x < line.length; x++) {
            left = (line[x] + left) & MASK;
            line[x] = left;
        }
    }

    /** Another line: the first sample from above, the rest by {@code predictor} of table H.1. */
    static void line(int predictor, int[] above, int[] line) {
        line[0] = (line[0] + above[0]) & MASK;
        switch (predictor) {
            case 1 -> left(line);
            case 2 -> above(above, line);
            case 3 -> aboveLeft(above, line);
            case 4 -> plane(above, line);
            case 5 -> leftAndHalf(above, line);
            case 6 -> aboveAndHalf(above, line);
            default -> mean(above, line);
        }
    }

    /** Px = Ra. */
    private static void left(int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = (line[x] + left) & MASK;
            line[x] = left;
        }
    }

    /** Px = Rb. */
    private static void above(int[] above, int[] line) {
        for (int x = 1; x < line.length; x++) {
            line[x] = (line[x] + above[x]) & MASK;
        }
    }

    /** Px = Rc. */
    private static void aboveLeft(int[] above, int[] line) {
        for (int x = 1; x < line.length; x++) {
            line[x] = (line[x] + above[x - 1]) & MASK;
        }
    }

    /** Px = Ra + Rb − Rc. */
    private static void plane(int[] above, int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = (line[x] + left + above[x] - above[x - 1]) & MASK;
            line[x] = left;
        }
    }

    /** Px = Ra + ((Rb − Rc) / 2), the half rounded down. */
    private static void leftAndHalf(int[] above, int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = (line[x] + left + ((above[x] - above[x - 1]) >> 1)) & MASK;
            line[x] = left;
        }
    }

    /** Px = Rb + ((Ra − Rc) / 2), the half rounded down. */
    private static void aboveAndHalf(int[] above, int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = (line[x] + above[x] + ((left - above[x - 1]) >> 1)) & MASK;
            line[x] = left;
        }
    }

    /** Px = (Ra + Rb) / 2. */
    private static void mean(int[] above, int[] line) {
        int left = line[0];
        for (int x = 1; x < line.length; x++) {
            left = (line[x] + ((left + above[x]) >> 1)) & MASK;
            line[x] = left;
        }
    }
}
