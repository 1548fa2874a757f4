package org.candela.delivery.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.Door;
import org.candela.delivery.Parcel;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.web.DicomWebClient;

/** Reports as DICOM objects, and objects that belong to no report, by STOW-RS or C-STORE. */
public final class ObjectCarrier implements Carrier {
    private final ReportObjects objects;
    private final Path folder;
    private final ObjectSending sending;

    private ObjectCarrier(ReportObjects objects, Path folder, ObjectSending sending) {
        this.objects = objects;
        this.folder = folder;
        this.sending = sending;
    }

    /**
     * By STOW-RS.
     *
     * @param folder for files while they are sent
     */
    public static ObjectCarrier stow(ReportObjects objects, Path folder, Door<DicomWebClient> door) {
        return new ObjectCarrier(objects, folder, new StowSending(door));
    }

    /** By C-STORE, as our application entity. */
    public static ObjectCarrier store(ReportObjects objects, Path folder, Door<ApplicationEntity> door) {
        return new ObjectCarrier(objects, folder, new StoreSending(door));
    }

    @Override
    public Parcel pack(Consignment consignment) throws CandelaException {
        return objects.pack(consignment);
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        return ObjectFile.with(folder, parcel, file -> send(ticket, file));
    }

    private Answer send(Consignment.Ticket ticket, Path file) throws IOException {
        try {
            return sending.send(ticket, file);
        } catch (CandelaException e) {
            return Answer.of(sending.failed(e), String.valueOf(e.getMessage()));
        }
    }
}
