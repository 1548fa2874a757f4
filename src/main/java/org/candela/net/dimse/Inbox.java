package org.candela.net.dimse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where objects arrive: each streams into a hidden file, is forced to disk and renamed, so that there is either the whole
 * object or none. An object sent again replaces itself.
 *
 * @param folder exists
 * @param maxBytes longest data set taken
 * @param names what the file of an object is called, always the same for the same one
 */
// [impl->req~net.dimse.whole-objects~1]
public record Inbox(Path folder, long maxBytes, StoredInstance.Receiver receiver, Function<Uid, String> names) {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final int NO_SUCH_CLASS = 0x0122;

    /** Files called by their SOP Instance UIDs. */
    public Inbox(Path folder, long maxBytes, StoredInstance.Receiver receiver) {
        this(folder, maxBytes, receiver, object -> object + ".dcm");
    }

    /** Who sends, and when to stop listening, which ends the association. */
    record Sender(String calling, BooleanSupplier stop) {
        Sender(String calling, Cancellation cancellation) {
            this(calling, cancellation::isRequested);
        }
    }

    /**
     * Receives the data set of a C-STORE request and answers it.
     *
     * @throws DimseException of kind LOCAL_DISK after the answer, when the object could not be kept
     */
    void take(Association association, Association.Message message, Sender sender) throws DimseException {
        CommandSet command = message.command();
        String sopClass = command.text(CommandSet.AFFECTED_CLASS);
        String sopInstance = command.text(CommandSet.AFFECTED_INSTANCE);
        if (!command.hasDataSet() || !Uid.isValid(sopInstance)) {
            refuse(association, message, sender, CANNOT_UNDERSTAND);
        } else if (!sopClass.equals(message.context().abstractSyntax()) || !Uid.isValid(sopClass)) {
            refuse(association, message, sender, NO_SUCH_CLASS);
        } else {
            store(association, message, sender);
        }
    }

    private void refuse(Association association, Association.Message message, Sender sender, int status)
            throws DimseException {
        if (message.command().hasDataSet()) {
            association.skipData(message.context(), maxBytes, sender.stop());
        }
        association.send(message.context(), CommandSet.answer(message.command(), status));
    }

    /** The data set is read to its end even where it cannot be kept, so that the association goes on. */
    private void store(Association association, Association.Message message, Sender sender) throws DimseException {
        Uid sopClass = new Uid(message.command().text(CommandSet.AFFECTED_CLASS));
        Uid sopInstance = new Uid(message.command().text(CommandSet.AFFECTED_INSTANCE));
        int status;
        try (Arrival arrival = Arrival.in(folder)) {
            arrival.write(DataSets.head(sopClass, sopInstance, message.context().transferSyntax()));
            association.receiveData(message.context(), arrival, maxBytes, sender.stop());
            Path file = arrival.keepAs(folder.resolve(names.apply(sopInstance)));
            status = handedOn(new StoredInstance(file, sopClass, sopInstance, sender.calling()));
        } catch (IOException e) {
            association.send(message.context(), CommandSet.answer(message.command(), OUT_OF_RESOURCES));
            throw new DimseException(
                    DimseException.Kind.LOCAL_DISK, folder + ": an object cannot be written; is the disk full?", e);
        }
        association.send(message.context(), CommandSet.answer(message.command(), status));
    }

    private int handedOn(StoredInstance instance) {
        try {
            receiver.received(instance);
            return 0;
        } catch (CandelaException e) {
            LOG.warn("a received object was not taken over, which its sender is told [{}]", e.code(), e);
            return OUT_OF_RESOURCES;
        }
    }
}
