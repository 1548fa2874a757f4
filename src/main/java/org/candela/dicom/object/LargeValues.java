package org.candela.dicom.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
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
        Optional<BulkData> bulk = dataSet.bulkData(tag);
        if (bulk.isEmpty()) {
            return dataSet;
        }
        BulkData data = bulk.orElseThrow();
        if (data.length() > MOST_BYTES) {
            throw new UnsupportedObjectException(tag, "a value of " + data.length() + " bytes is too long");
        }
        try {
            return new Attributes()
                    .set(
                            Tag.SpecificCharacterSet,
                            VR.CS,
                            dataSet.characterSet().terms().toArray(String[]::new))
                    .setBytes(tag, dataSet.vr(tag).orElseThrow(), data.read());
        } catch (IOException e) {
            throw new UnsupportedObjectException(tag, "cannot be read: " + e.getMessage());
        }
    }
}
