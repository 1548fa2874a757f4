package org.candela.dicom;

/**
 * Hears of every element and every fault while a file is read, on the thread that reads: for those who must say where
 * something stands, which a data set no longer knows.
 */
public interface ReadListener {
    /** Hears nothing. */
    ReadListener NONE = new ReadListener() {
        @Override
        public void element(ReadElement element) {
            // nobody listens
        }

        @Override
        public void fault(long offset, int tag, String problem) {
            // nobody listens
        }
    };

    /** An element was read and stands in its data set; a sequence after what is in it. */
    void element(ReadElement element);

    /**
     * A fault was read past, or ended the reading.
     *
     * @param offset byte offset, or {@link DicomFormatException#NO_OFFSET}
     * @param tag attribute, or {@link DicomFormatException#NO_TAG}
     */
    void fault(long offset, int tag, String problem);
}
