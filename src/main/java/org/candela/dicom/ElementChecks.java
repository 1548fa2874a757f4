package org.candela.dicom;

import org.jspecify.annotations.Nullable;

/** Compares what was read with what PS3.6 says of the attribute; a difference is a warning. One use, one thread. */
final class ElementChecks {
    private final Warnings warnings;

    ElementChecks(Warnings warnings) {
        this.warnings = warnings;
    }

    /** VR and number of values of {@code element}, and whether its text can be read. */
    void check(Element element, ElementHeader header, Attributes owner) throws DicomFormatException {
        if (!(element.value() instanceof Element.Bytes value)) {
            return;
        }
        VR vr = element.vr();
        Dictionary.@Nullable Known known = Dictionary.standard().known(element.tag());
        if (known != null) {
            if (!known.allows(vr)) {
                warn(
                        header,
                        "has VR " + vr + " where PS3.6 has " + known.entry().vrs());
            }
            int count = known.maxValues() == Integer.MAX_VALUE ? 0 : count(vr, value.bytes());
            if (count > known.maxValues()) {
                warn(
                        header,
                        "has " + count + " values where PS3.6 has "
                                + known.entry().vm());
            }
        }
        if (vr.kind() == VR.Kind.TEXT && !SpecificCharacterSet.isAscii(value.bytes())) {
            checkText(element, value, header, owner);
        }
    }

    private void checkText(Element element, Element.Bytes value, ElementHeader header, Attributes owner)
            throws DicomFormatException {
        SpecificCharacterSet set = owner.characterSet();
        // An unknown set has a warning of its own.
        if (set.isSupported() && set.decode(value.bytes(), element.vr()).indexOf('\uFFFD') >= 0) {
            warn(header, "has bytes that are no characters of " + set);
        }
    }

    /** Text beyond ASCII is not counted: there a backslash may be half a character. */
    private static int count(VR vr, byte[] bytes) {
        if (bytes.length == 0) {
            return 0;
        }
        return switch (vr.kind()) {
            case INTEGER, FLOAT -> bytes.length / vr.unitBytes();
            case TAG -> bytes.length / 4;
            case ASCII, TEXT -> vr.isMultiValued() ? countTexts(bytes) : 1;
            case BINARY, SEQUENCE -> 1;
        };
    }

    private static int countTexts(byte[] bytes) {
        int count = 1;
        for (byte b : bytes) {
            if (b < 0) {
                return 1;
            }
            count += b == '\\' ? 1 : 0;
        }
        return count;
    }

    private void warn(ElementHeader header, String problem) throws DicomFormatException {
        warnings.add(header.offset(), header.tag(), problem);
    }
}
