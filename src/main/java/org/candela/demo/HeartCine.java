package org.candela.demo;

import java.util.Arrays;

/** Frames of a beating heart in a sector of speckle, with a patch of colour flow. Interleaved RGB. */
final class HeartCine {
    static final int LEFT = 90;
    static final int TOP = 40;
    static final int RIGHT = 549;
    static final int BOTTOM = 459;
    /** Tangent of half the opening angle. */
    private static final double SPREAD = Math.tan(Math.toRadians(38));

    private static final int APEX_COLUMN = (LEFT + RIGHT) / 2;
    private static final byte TEXT_GREY = (byte) 220;

    private final NoiseField speckle;
    private final boolean hasRegurgitation;

    HeartCine(StudyPlan plan) {
        this.speckle = new NoiseField(plan.salt());
        this.hasRegurgitation = !plan.isPrior();
    }

    byte[] frame(int index) {
        byte[] rgb = new byte[UltrasoundPainter.ROWS * UltrasoundPainter.COLUMNS * 3];
        double phase = 2 * Math.PI * index / UltrasoundPainter.FRAMES;
        double dilation = 1 + 0.16 * Math.cos(phase);
        for (int row = TOP; row <= BOTTOM; row++) {
            for (int column = LEFT; column <= RIGHT; column++) {
                if (isInSector(row, column)) {
                    paint(rgb, row, column, new Beat(index, phase, dilation));
                }
            }
        }
        BurnedText.write(8, 8, 2, (row, column) -> white(rgb, row, column));
        return rgb;
    }

    /** @param dilation of the chambers: above 1 in diastole */
    private record Beat(int index, double phase, double dilation) {}

    private static boolean isInSector(int row, int column) {
        double down = row - TOP;
        double across = column - APEX_COLUMN;
        double reach = BOTTOM - TOP;
        return down * down + across * across <= reach * reach && Math.abs(across) <= down * SPREAD;
    }

    private void paint(byte[] rgb, int row, int column, Beat beat) {
        double echo = tissue(row, column, beat.dilation());
        // Speckle is multiplicative; it moves a little with the beat.
        double noise = 1 + 0.38 * speckle.at(row * 7L + beat.index() / 6, column);
        int level = (int) Math.max(0, Math.min(255, echo * noise));
        int at = (row * UltrasoundPainter.COLUMNS + column) * 3;
        boolean isBack = hasRegurgitation && isJet(row, column, beat.phase());
        boolean isForth = isInflow(row, column, beat.phase());
        rgb[at] = (byte) (isBack ? 40 + level / 4 : isForth ? 230 : level);
        rgb[at + 1] = (byte) (isBack ? 70 + level / 3 : isForth ? 60 + level / 3 : level);
        rgb[at + 2] = (byte) (isBack ? 230 : isForth ? 20 : level);
    }

    /** Echo of chambers (dark), walls (bright) and what lies around, fading with depth. */
    private static double tissue(int row, int column, double dilation) {
        double fade = 1 - 0.45 * (row - TOP) / (BOTTOM - TOP);
        double left = distance(row, column, new Oval(210, 350, 78 * dilation, 44 * dilation));
        double right = distance(row, column, new Oval(205, 268, 66 * dilation, 30 * dilation));
        double atria = Math.min(
                distance(row, column, new Oval(355, 356, 44 / dilation, 46)),
                distance(row, column, new Oval(350, 262, 42 / dilation, 40)));
        double nearest = Math.min(Math.min(left, right), atria);
        if (nearest < 1) {
            return 9 * fade;
        }
        return (nearest < 1.22 ? 150 : 74) * fade;
    }

    private record Oval(double row, double column, double rowRadius, double columnRadius) {}

    private static double distance(int row, int column, Oval oval) {
        double down = (row - oval.row()) / oval.rowRadius();
        double across = (column - oval.column()) / oval.columnRadius();
        return Math.sqrt(down * down + across * across);
    }

    /** Blood into the left ventricle, in diastole. */
    private static boolean isInflow(int row, int column, double phase) {
        return Math.cos(phase) > 0.2 && distance(row, column, new Oval(270, 352, 46, 16)) < 1;
    }

    /** Blood back through the mitral valve, in systole: new since the prior. */
    private static boolean isJet(int row, int column, double phase) {
        return Math.cos(phase) < -0.2 && distance(row, column, new Oval(345, 358, 42, 13)) < 1;
    }

    private static void white(byte[] rgb, int row, int column) {
        int at = (row * UltrasoundPainter.COLUMNS + column) * 3;
        Arrays.fill(rgb, at, at + 3, TEXT_GREY);
    }
}
