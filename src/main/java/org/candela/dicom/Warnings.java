package org.candela.dicom;

import java.util.ArrayList;
import java.util.List;

/** Faults that were read past, or, in strict reading, the first one as an error. One use, one thread. */
final class Warnings {
    private static final int MOST = 100;
    private final String file;
    private final ReadOptions.Tolerance tolerance;
    private final List<String> texts = new ArrayList<>(0);

    Warnings(String file, ReadOptions.Tolerance tolerance) {
        this.file = file;
        this.tolerance = tolerance;
    }

    void add(long offset, int tag, String problem) throws DicomFormatException {
        if (tolerance == ReadOptions.Tolerance.REFUSE) {
            throw new DicomFormatException(file, offset, tag, problem);
        }
        note(tag == DicomFormatException.NO_TAG ? problem : Tag.toString(tag) + " " + problem);
    }

    /** What must be said and is no fault of the encoding. */
    void note(String text) {
        if (texts.size() < MOST) {
            texts.add(text);
        }
    }

    List<String> texts() {
        return texts;
    }
}
