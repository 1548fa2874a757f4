package org.candela.conformance;

/** How a sample is kept (PS3.3 C.7.6.3.1, C.7.6.24, C.7.6.25): the columns of the table. */
enum Bits {
    ONE("1", 1, 1, Kind.UNSIGNED),
    U8("8", 8, 8, Kind.UNSIGNED),
    S8("8 s", 8, 8, Kind.SIGNED),
    U10("10", 16, 10, Kind.UNSIGNED),
    S10("10 s", 16, 10, Kind.SIGNED),
    U12("12", 16, 12, Kind.UNSIGNED),
    S12("12 s", 16, 12, Kind.SIGNED),
    U14("14", 16, 14, Kind.UNSIGNED),
    S14("14 s", 16, 14, Kind.SIGNED),
    U16("16", 16, 16, Kind.UNSIGNED),
    S16("16 s", 16, 16, Kind.SIGNED),
    U32("32", 32, 32, Kind.UNSIGNED),
    S32("32 s", 32, 32, Kind.SIGNED),
    FLOAT("float", 32, 32, Kind.FLOAT),
    DOUBLE("double", 64, 64, Kind.FLOAT);

    private final String title;
    private final int allocated;
    private final int stored;
    private final Kind kind;

    Bits(String title, int allocated, int stored, Kind kind) {
        this.title = title;
        this.allocated = allocated;
        this.stored = stored;
        this.kind = kind;
    }

    /** What the bits mean. */
    enum Kind {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    String title() {
        return title;
    }

    int allocated() {
        return allocated;
    }

    int stored() {
        return stored;
    }

    boolean isSigned() {
        return kind == Kind.SIGNED;
    }

    /** Unsigned values of the same width; floating point stays what it is. */
    Bits unsigned() {
        return switch (this) {
            case S8 -> U8;
            case S10 -> U10;
            case S12 -> U12;
            case S14 -> U14;
            case S16 -> U16;
            case S32 -> U32;
            default -> this;
        };
    }

    boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Bytes of a cell; 1 for a single bit. */
    int bytes() {
        return Math.max(1, allocated / 8);
    }
}
