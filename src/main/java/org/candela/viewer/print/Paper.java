package org.candela.viewer.print;

/** Paper by its size, upright. */
public enum Paper {
    /** ISO 216. */
    A4(210, 297),
    /** ANSI A: 8.5 by 11 inches. */
    LETTER(215.9, 279.4);

    private final double widthMm;
    private final double heightMm;

    Paper(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** How a sheet lies before the reader. */
    public enum Lie {
        PORTRAIT,
        LANDSCAPE
    }

    double widthMm(Lie lie) {
        return lie == Lie.PORTRAIT ? widthMm : heightMm;
    }

    double heightMm(Lie lie) {
        return lie == Lie.PORTRAIT ? heightMm : widthMm;
    }
}
