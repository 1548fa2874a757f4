package org.candela.dicom.validate;

import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.ReadElement;

/** Findings of one file so far. One use, one thread. */
final class Report {
    static final int MOST = 1000;

    private final List<Finding> findings = new ArrayList<>();
    private boolean hasErrors;
    private long unlisted;

    void error(ReadElement element, String what) {
        add(element.offset(), element.tag(), Severity.ERROR, what);
    }

    void warning(ReadElement element, String what) {
        add(element.offset(), element.tag(), Severity.WARNING, what);
    }

    void note(ReadElement element, String what) {
        add(element.offset(), element.tag(), Severity.NOTE, what);
    }

    void error(long offset, int tag, String what) {
        add(offset, tag, Severity.ERROR, what);
    }

    void add(long offset, int tag, Severity severity, String what) {
        hasErrors |= severity == Severity.ERROR;
        if (findings.size() < MOST) {
            findings.add(new Finding(offset, tag, severity, what));
        } else {
            unlisted++;
        }
    }

    Validation validation() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Finding.IN_FILE_ORDER);
        if (unlisted > 0) {
            sorted.add(new Finding(
                    DicomFormatException.NO_OFFSET,
                    DicomFormatException.NO_TAG,
                    hasErrors ? Severity.ERROR : Severity.NOTE,
                    unlisted + " more findings are not listed"));
        }
        return new Validation(sorted, hasErrors);
    }
}
