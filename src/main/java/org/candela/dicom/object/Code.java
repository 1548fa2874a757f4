package org.candela.dicom.object;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/**
 * A coded concept (PS3.3 8.8, Table 8.8-1a).
 *
 * @param value identifies the concept within its scheme; also a long or a URN value
 * @param scheme coding scheme designator, as {@code "DCM"}, {@code "SCT"}, {@code "UCUM"}; empty for a URN
 * @param meaning the text a person reads; takes no part in {@link #isSame}
 */
public record Code(String value, String scheme, String meaning) {
    private static final int LONG_CODE_VALUE = 0x00080119;
    private static final int URN_CODE_VALUE = 0x00080120;
    private static final int SHORT_LENGTH = 16;

    public Code {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a code without a value");
        }
    }

    /** Whether both stand for the same concept, whatever they are called. */
    public boolean isSame(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }

    /** The code in the first item of {@code sequence}; empty when there is none with a value. */
    public static Optional<Code> in(Attributes dataSet, int sequence) {
        return all(dataSet, sequence).stream().findFirst();
    }

    /** The codes in all items of {@code sequence}, those without a value left out. */
    public static List<Code> all(Attributes dataSet, int sequence) {
        return dataSet.items(sequence).stream()
                .map(Code::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Code> of(Attributes item) {
        return item.string(Tag.CodeValue)
                .or(() -> item.string(LONG_CODE_VALUE))
                .or(() -> item.string(URN_CODE_VALUE))
                .map(value -> new Code(
                        value,
                        item.string(Tag.CodingSchemeDesignator).orElse(""),
                        item.string(Tag.CodeMeaning).orElse(value)));
    }

    /** An item of a code sequence. */
    public Attributes item() {
        boolean isUrn = scheme.isEmpty();
        Attributes item = new Attributes();
        if (isUrn) {
            item.set(URN_CODE_VALUE, VR.UR, value);
        } else if (value.length() > SHORT_LENGTH) {
            item.set(LONG_CODE_VALUE, VR.UC, value).set(Tag.CodingSchemeDesignator, VR.SH, scheme);
        } else {
            item.set(Tag.CodeValue, VR.SH, value).set(Tag.CodingSchemeDesignator, VR.SH, scheme);
        }
        return item.set(Tag.CodeMeaning, VR.LO, meaning);
    }

    /** Sets {@code sequence} of {@code target} to this code alone. */
    public void putInto(Attributes target, int sequence) {
        target.setItems(sequence, List.of(item()));
    }
}
