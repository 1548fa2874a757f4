package org.candela.codec.jpeg2000;

/** Which filters made a sub-band: the first letter is the horizontal one, the second the vertical one (T.800 F.1). */
enum Orientation {
    LL(0, 0),
    HL(1, 0),
    LH(0, 1),
    HH(1, 1);

    /** 1 where the band is high-pass horizontally (xob of B-15), else 0. */
    final int highX;
    /** 1 where the band is high-pass vertically (yob of B-15), else 0. */
    final int highY;

    Orientation(int highX, int highY) {
        this.highX = highX;
        this.highY = highY;
    }

    /** log2 of the gain of the band (Table E.1). */
    int log2Gain() {
        return highX + highY;
    }
}
