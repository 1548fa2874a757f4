package org.candela.delivery.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Consignment;

/** One service that takes objects. */
interface ObjectSending {
    /** Sends the file and waits for the answer. */
    Answer send(Consignment.Ticket ticket, Path file) throws CandelaException, IOException;

    /** What a failure of {@link #send} means for the object. */
    Answer.Kind failed(CandelaException failure);
}
