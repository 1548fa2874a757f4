package org.candela.demo;

import java.io.IOException;
import org.candela.dicom.DicomFile;

/** Makes the objects of one study. */
@FunctionalInterface
interface StudyPainter {
    void paint(StudyPlan plan, Sink sink) throws IOException;

    /** Takes one object and keeps it. */
    @FunctionalInterface
    interface Sink {
        void accept(DicomFile file) throws IOException;
    }
}
