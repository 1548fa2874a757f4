package org.candela.dicom.validate;

import java.util.Comparator;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Tag;

/**
 * One departure from the standard. Names tags, lengths and rules, never a value, which could identify a patient.
 *
 * @param offset byte offset in the file, of a deflated one in what it inflates to; or {@link DicomFormatException#NO_OFFSET}
 * @param tag attribute, or {@link DicomFormatException#NO_TAG}
 */
public record Finding(long offset, int tag, Severity severity, String what) {
    static final Comparator<Finding> IN_FILE_ORDER = Comparator.comparingLong(Finding::offset);

    /** {@code offset: tag: severity: what}, with a hyphen for what is nowhere. */
    @Override
    public String toString() {
        String place = offset == DicomFormatException.NO_OFFSET ? "-" : Long.toString(offset);
        String attribute = tag == DicomFormatException.NO_TAG ? "-" : Tag.toString(tag);
        return place + ": " + attribute + ": " + severity + ": " + what;
    }
}
