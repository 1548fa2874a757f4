package org.candela.viewer.print;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.Cancellation;
import org.candela.viewer.export.Progress;

/** A printer, or its queue. */
public interface Printer {
    /** What the system calls it. */
    String name();

    /**
     * Sends the sheets as they are, no larger and no smaller; blocks until the queue has them.
     *
     * @throws PrintException when it does not take them, saying what to do
     */
    void print(PDDocument sheets, Progress progress, Cancellation cancellation) throws PrintException;
}
