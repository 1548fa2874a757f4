package org.candela.dicom;

import java.util.Optional;

/** Value representation: how the bytes of a value are to be read (PS3.5 §6.2). */
public enum VR {
    AE(Kind.ASCII, 1),
    AS(Kind.ASCII, 1),
    AT(Kind.TAG, 2),
    CS(Kind.ASCII, 1),
    DA(Kind.ASCII, 1),
    DS(Kind.ASCII, 1),
    DT(Kind.ASCII, 1),
    FD(Kind.FLOAT, 8),
    FL(Kind.FLOAT, 4),
    IS(Kind.ASCII, 1),
    LO(Kind.TEXT, 1),
    LT(Kind.TEXT, 1),
    OB(Kind.BINARY, 1),
    OD(Kind.BINARY, 8),
    OF(Kind.BINARY, 4),
    OL(Kind.BINARY, 4),
    OV(Kind.BINARY, 8),
    OW(Kind.BINARY, 2),
    PN(Kind.TEXT, 1),
    SH(Kind.TEXT, 1),
    SL(Kind.INTEGER, 4),
    SQ(Kind.SEQUENCE, 1),
    SS(Kind.INTEGER, 2),
    ST(Kind.TEXT, 1),
    SV(Kind.INTEGER, 8),
    TM(Kind.ASCII, 1),
    UC(Kind.TEXT, 1),
    UI(Kind.ASCII, 1),
    UL(Kind.INTEGER, 4),
    UN(Kind.BINARY, 1),
    UR(Kind.ASCII, 1),
    US(Kind.INTEGER, 2),
    UT(Kind.TEXT, 1),
    UV(Kind.INTEGER, 8);

    private static final VR[] BY_CODE = byCode();
    private static final int LETTERS = 26;

    private final Kind kind;
    private final int unitBytes;

    VR(Kind kind, int unitBytes) {
        this.kind = kind;
        this.unitBytes = unitBytes;
    }

    /** What a value is made of. */
    enum Kind {
        /** Characters of the default repertoire. */
        ASCII,
        /** Characters of Specific Character Set (0008,0005). */
        TEXT,
        INTEGER,
        FLOAT,
        TAG,
        BINARY,
        SEQUENCE
    }

    Kind kind() {
        return kind;
    }

    /** Bytes that change places together between little and big endian. */
    int unitBytes() {
        return unitBytes;
    }

    /** Whether values are character strings. */
    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.TEXT;
    }

    /** Whether values are bytes without further structure: OB, OW, OD, OF, OL, OV and UN. */
    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /** Whether the explicit form has a 32-bit length after two reserved bytes (PS3.5 Table 7.1-1). */
    boolean hasLongLength() {
        return kind == Kind.BINARY
                || kind == Kind.SEQUENCE
                || this == UC
                || this == UR
                || this == UT
                || this == SV
                || this == UV;
    }

    /** Whether a backslash separates values; in ST, LT, UT and UR it is a character (PS3.5 §6.2). */
    boolean isMultiValued() {
        return this != ST && this != LT && this != UT && this != UR;
    }

    /** The byte that makes the length even: NUL for UI and binary, a space for other text (PS3.5 §6.2). */
    byte paddingByte() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }

    /** The representation with these two letters; empty when PS3.5 knows none. */
    public static Optional<VR> of(String code) {
        return code.length() == 2 ? Optional.ofNullable(ofLetters(code.charAt(0), code.charAt(1))) : Optional.empty();
    }

    /** The representation with these letters or {@code null}; the reader asks this once an element. */
    static @org.jspecify.annotations.Nullable VR ofLetters(int first, int second) {
        boolean areLetters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        return areLetters ? BY_CODE[(first - 'A') * LETTERS + second - 'A'] : null;
    }

    private static VR[] byCode() {
        VR[] table = new VR['Z' * 'Z'];
        for (VR vr : values()) {
            table[(vr.name().charAt(0) - 'A') * ('Z' - 'A' + 1) + vr.name().charAt(1) - 'A'] = vr;
        }
        return table;
    }
}
