package org.candela.dicom;

import java.io.IOException;

/**
 * What stands before a value (PS3.5 §7.1): tag, VR and length.
 *
 * @param offset where the header begins
 * @param vr the coded VR; UN in the implicit form
 * @param length bytes of the value, or {@link #UNDEFINED}
 */
record ElementHeader(long offset, int tag, VR vr, long length) {
    static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int DELIMITERS = 0xFFFE;

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    /** The header at the position of {@code input}, of which eight bytes are there. */
    static ElementHeader read(Input input, ElementForm form, Warnings warnings)
            throws IOException, DicomFormatException {
        long offset = input.position();
        int tag = input.u16() << 16 | input.u16();
        if (!form.isExplicit() || Tag.group(tag) == DELIMITERS) {
            return new ElementHeader(offset, tag, VR.UN, input.u32());
        }
        int first = input.u8();
        int second = input.u8();
        VR vr = VR.ofLetters(first, second);
        if (vr == null) {
            return ofUnknownVr(input, new ElementHeader(offset, tag, VR.UN, first << 8 | second), warnings);
        }
        if (!vr.hasLongLength()) {
            return new ElementHeader(offset, tag, vr, input.u16());
        }
        input.u16();
        return new ElementHeader(offset, tag, vr, input.u32());
    }

    /**
     * PS3.5 §6.2 note: a VR of tomorrow has the long form. Two NUL or blanks are a known fault, in either form; anything
     * else may be an element in implicit form among explicit ones.
     */
    private static ElementHeader ofUnknownVr(Input input, ElementHeader start, Warnings warnings)
            throws IOException, DicomFormatException {
        int first = (int) start.length() >>> 8;
        int second = (int) start.length() & 0xFF;
        boolean areLetters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        if (!areLetters && !(first == second && (first == 0 || first == ' '))) {
            return implicitAmongExplicit(input, start, warnings);
        }
        warnings.add(start.offset(), start.tag(), "has an unknown VR and is kept as UN");
        int reservedOrLength = input.u16();
        boolean isShortForm = !areLetters && reservedOrLength != 0;
        return new ElementHeader(start.offset(), start.tag(), VR.UN, isShortForm ? reservedOrLength : input.u32());
    }

    private static ElementHeader implicitAmongExplicit(Input input, ElementHeader start, Warnings warnings)
            throws IOException, DicomFormatException {
        input.position(start.offset() + 4);
        long length = input.u32();
        boolean isKnown = Dictionary.standard().vr(start.tag()) != VR.UN;
        if (!isKnown || (length > input.left() && length != UNDEFINED)) {
            throw new DicomFormatException(
                    input.name(),
                    start.offset(),
                    start.tag(),
                    "no value representation; the data set is not encoded as declared");
        }
        warnings.add(start.offset(), start.tag(), "has no VR; read in implicit form");
        return new ElementHeader(start.offset(), start.tag(), VR.UN, length);
    }
}
