package org.candela.codec.jpeg2000;

/** Marker codes of T.800 Table A.2 and T.814 A.2. */
final class Marker {
    static final int SOC = 0xFF4F;
    static final int CAP = 0xFF50;
    static final int SIZ = 0xFF51;
    static final int COD = 0xFF52;
    static final int COC = 0xFF53;
    static final int QCD = 0xFF5C;
    static final int QCC = 0xFF5D;
    /** First of T.801 Table A.2: quantization by trellis, QPD and QPC. */
    static final int QPD = 0xFF5A;

    static final int QPC = 0xFF5B;
    static final int RGN = 0xFF5E;
    static final int POC = 0xFF5F;
    static final int PPM = 0xFF60;
    static final int PPT = 0xFF61;
    /** Offsets, masks, decompositions, component transforms, non-linearities and kernels of T.801: from DCO to ATK. */
    static final int DCO = 0xFF70;

    static final int ATK = 0xFF79;
    static final int SOT = 0xFF90;
    static final int SOP = 0xFF91;
    static final int EPH = 0xFF92;
    static final int SOD = 0xFF93;
    static final int EOC = 0xFFD9;

    private Marker() {}

    /** Whether a segment is one of T.801 that changes what samples are. */
    static boolean isOfPart2(int marker) {
        return marker == QPD || marker == QPC || (marker >= DCO && marker <= ATK);
    }
}
