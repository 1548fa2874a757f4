package org.candela.dicom;

import java.util.List;

/**
 * A DICOM file in Part 10 form (PS3.10 §7): File Meta Information and data set.
 *
 * @param meta group 0002; empty when the file had none
 * @param dataSet the data set; may change, and is not safe to share between threads while it does
 * @param transferSyntax encoding of the data set, as declared or, with a warning, as found
 * @param warnings what was tolerated while reading, in English and without patient data
 */
public record DicomFile(Attributes meta, Attributes dataSet, TransferSyntax transferSyntax, List<String> warnings) {
    public DicomFile {
        warnings = List.copyOf(warnings);
    }

    /** A new file around {@code dataSet}; the writer completes the File Meta Information. */
    public static DicomFile of(Attributes dataSet, TransferSyntax transferSyntax) {
        return new DicomFile(new Attributes(), dataSet, transferSyntax, List.of());
    }
}
