package org.candela.dicom.image;

import java.io.IOException;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.LookupTable;

/** Lookup tables in items of other objects than images: presentation states bring their own (PS3.3 C.11.1, C.11.2, C.11.6). */
public final class SequenceLut {
    private SequenceLut() {}

    /** What a table maps, where the object says it. */
    public enum Inputs {
        /** Whole numbers from 0. */
        UNSIGNED,
        /** Whole numbers of either sign. */
        SIGNED,
        /** As the VR of the descriptor says: SS is signed. */
        AS_CODED
    }

    /** The table of {@code item}; empty when it cannot be used. */
    public static Optional<LookupTable> read(Attributes item, Inputs inputs) {
        boolean isSigned = inputs == Inputs.SIGNED
                || (inputs == Inputs.AS_CODED
                        && item.vr(Tag.LUTDescriptor).filter(VR.SS::equals).isPresent());
        try {
            return LutReader.read(item, isSigned ? LutDescriptor.Inputs.SIGNED : LutDescriptor.Inputs.UNSIGNED);
        } catch (IOException e) {
            return Optional.empty(); // a table that cannot be read is not applied, and its owner says so
        }
    }
}
