package org.candela.calibration.pattern;

/** Our own label in the picture, where it lies on no element: that the pattern is synthetic. */
final class Label {
    private static final int DOTS = 2;

    private Label() {}

    /** Writes {@code text} in the middle of a row of the sheet; {@code y} in units. */
    static void put(Sheet sheet, String text, int y, double level) {
        Box row = sheet.box(Sheet.SIDE / 2, y, 1, 1);
        DotLetters.centred(sheet.canvas(), text, row.left(), row.top(), DOTS * sheet.scale(), level);
    }
}
