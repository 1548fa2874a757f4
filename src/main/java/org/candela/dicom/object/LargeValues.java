package org.candela.dicom.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** Values that may be so long that the reader left them in the file; bounded. */
// [impl->req~dicom-object.bounded~1]
public final class LargeValues {
    private static final long MOST_BYTES = 16L << 20;

    private LargeValues() {}

    /**
     * All numbers of {@code tag}, wherever they lie; empty when absent or junk.
     *
     * @throws UnsupportedObjectException when the value has more than 16 MiB, or cannot be read
     */
    public static List<Double> numbers(Attributes dataSet, int tag) throws UnsupportedObjectException {
        return inMemory(dataSet, tag).numbers(tag);
    }

    /**
     * The text of {@code tag}, wherever it lies; empty when absent or blank.
     *
     * @throws UnsupportedObjectException when the value has more than 16 MiB, or cannot be read
     */
    public static Optional<String> text(Attributes dataSet, int tag) throws UnsupportedObjectException {
        return inMemory(dataSet, tag).string(tag);
    }

    private static Attributes inMemory(Attributes dataSet, int tag) throws UnsupportedObjectException {
        VR vr = vr(dataSet, tag);
        Optional<BulkData> bulk = dataSet.bulkData(tag);
        if (bulk.isEmpty() && dataSet.vr(tag).filter(VR.UN::equals).isEmpty()) {
            return dataSet;
        }
        long length = bulk.map(BulkData::length).orElse(0L);
        if (length > MOST_BYTES) {
            throw new UnsupportedObjectException(tag, "a value of " + length + " bytes is too long");
        }
        try {
            return new Attributes()
                    .set(
                            Tag.SpecificCharacterSet,
                            VR.CS,
                            dataSet.characterSet().terms().toArray(String[]::new))
                    .setBytes(tag, vr, dataSet.loadBytes(tag).orElse(new byte[0]));
        } catch (IOException e) {
            throw new UnsupportedObjectException(tag, "cannot be read: " + e.getMessage());
        }
    }

    /** Values of more than 64 KiB are coded UN in explicit files where their VR has a short length (PS3.5 6.2.2 note 4). */
    private static VR vr(Attributes dataSet, int tag) {
        return dataSet.vr(tag).filter(known -> known != VR.UN).orElseGet(() -> Dictionary.standard()
                .vr(tag));
    }
}
