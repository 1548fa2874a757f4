package org.candela.net.dimse;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/**
 * Where objects arrive: each streams into a hidden file, is forced to disk and renamed to its SOP Instance UID, so that
 * there is either the whole object or none. An object sent again replaces itself.
 *
 * @param folder exists
 * @param maxBytes longest data set taken
 */
// [impl->req~net.dimse.whole-objects~1]
public record Inbox(Path folder, long maxBytes, StoredInstance.Receiver receiver) {
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final int NO_SUCH_CLASS = 0x0122;
    private static final int BUFFER = 1 << 16;

    /** Receives the data set of a C-STORE request; the answer is sent, and returned. */
    int take(Association association, Association.Message message, String calling, Cancellation cancellation)
            throws DimseException {
        CommandSet command = message.command();
        Association.Context context = association.contextOf(message);
        int status = receive(association, message, calling, cancellation);
        association.send(context, CommandSet.answer(command, status));
        return status;
    }

    private int receive(Association association, Association.Message message, String calling, Cancellation cancellation)
            throws DimseException {
        String sopClass = message.command().text(CommandSet.AFFECTED_CLASS);
        String sopInstance = message.command().text(CommandSet.AFFECTED_INSTANCE);
        Association.Context context = association.contextOf(message);
        if (!Uid.isValid(sopClass) || !Uid.isValid(sopInstance) || !sopClass.equals(context.abstractSyntax())) {
            return drained(association, cancellation, Uid.isValid(sopInstance) ? NO_SUCH_CLASS : CANNOT_UNDERSTAND);
        }
        try {
            return stored(association, message, context, cancellation, calling);
        } catch (IOException e) {
            // The data set is only partly read, so the association cannot go on.
            association.abort();
            throw new DimseException(
                    DimseException.Kind.LOCAL_DISK, folder + ": an object cannot be written; is the disk full?", e);
        }
    }

    private int stored(
            Association association,
            Association.Message message,
            Association.Context context,
            Cancellation cancellation,
            String calling)
            throws DimseException, IOException {
        Uid sopClass = new Uid(message.command().text(CommandSet.AFFECTED_CLASS));
        Uid sopInstance = new Uid(message.command().text(CommandSet.AFFECTED_INSTANCE));
        Attributes identity = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, sopClass.value())
                .set(Tag.SOPInstanceUID, VR.UI, sopInstance.value());
        Path temporary = Files.createTempFile(folder, ".receiving-", ".dcm");
        try {
            try (FileOutputStream stream = new FileOutputStream(temporary.toFile());
                    OutputStream buffered = new BufferedOutputStream(stream, BUFFER)) {
                buffered.write(DataSets.head(identity, context.transferSyntax()));
                association.receiveData(buffered, maxBytes, cancellation);
                buffered.flush();
                stream.getFD().sync();
            }
            Path file = folder.resolve(sopInstance + ".dcm");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return handedOn(new StoredInstance(file, sopClass, sopInstance, calling));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private int handedOn(StoredInstance instance) {
        try {
            receiver.received(instance);
            return 0;
        } catch (CandelaException e) {
            return OUT_OF_RESOURCES;
        }
    }

    private int drained(Association association, Cancellation cancellation, int status) throws DimseException {
        try {
            association.receiveData(OutputStream.nullOutputStream(), maxBytes, cancellation);
        } catch (IOException e) {
            throw new IllegalStateException("nowhere cannot be full", e);
        }
        return status;
    }
}
