package org.candela.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say while a file is read: elements, for who listens, and faults that were read past, or, in strict
 * reading, the first one as an error. One use, one thread.
 */
final class Warnings {
    private static final int MOST = 100;
    private final String file;
    private final ReadOptions.Tolerance tolerance;
    private final ReadListener listener;
    private final List<String> texts = new ArrayList<>(0);

    Warnings(String file, ReadOptions.Tolerance tolerance, ReadListener listener) {
        this.file = file;
        this.tolerance = tolerance;
        this.listener = listener;
    }

    void add(long offset, int tag, String problem) throws DicomFormatException {
        if (tolerance == ReadOptions.Tolerance.REFUSE) {
            throw new DicomFormatException(file, offset, tag, problem);
        }
        listener.fault(offset, tag, problem);
        if (texts.size() < MOST) { // before the text is made: a file of faults alone has millions of them
            keep(tag == DicomFormatException.NO_TAG ? problem : Tag.toString(tag) + " " + problem);
        }
    }

    /** What ended the reading, where what stands before it is wanted all the same. */
    void ended(DicomFormatException damage) {
        listener.fault(damage.offset(), damage.tag(), damage.problem());
        keep("read no further than this: " + damage.getMessage());
    }

    /** An element was read. */
    void element(ElementHeader header, Attributes owner) {
        if (listener != ReadListener.NONE) {
            listener.element(new ReadElement(header.offset(), header.tag(), header.vr(), header.length(), owner));
        }
    }

    private void keep(String text) {
        if (texts.size() < MOST) {
            texts.add(text);
        }
    }

    List<String> texts() {
        return texts;
    }
}
