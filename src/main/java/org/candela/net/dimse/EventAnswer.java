package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an N-EVENT-REPORT and confirms it (PS3.7 §10.3.1). One thread. */
record EventAnswer(Association association, ReportedEvent.Receiver receiver) {
    /** Longest data set of a message that is held in memory. */
    static final int MAX_BYTES = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventAnswer.class);
    private static final int PROCESSING_FAILURE = 0x0110;
    private static final int INVALID_INSTANCE = 0x0117;

    void to(Association.Message message, Inbox.Sender sender) throws CandelaException {
        Attributes information = information(message, sender);
        CommandSet command = message.command();
        String sopClass = command.text(CommandSet.AFFECTED_CLASS);
        String sopInstance = command.text(CommandSet.AFFECTED_INSTANCE);
        int status = !Uid.isValid(sopClass) || !Uid.isValid(sopInstance)
                ? INVALID_INSTANCE
                : handedOn(new ReportedEvent(
                        new Uid(sopClass),
                        new Uid(sopInstance),
                        command.number(CommandSet.EVENT_TYPE),
                        information,
                        sender.calling()));
        association.send(message.context(), CommandSet.answer(command, status));
    }

    private Attributes information(Association.Message message, Inbox.Sender sender) throws CandelaException {
        if (!message.command().hasDataSet()) {
            return new Attributes();
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            association.receiveData(message.context(), bytes, MAX_BYTES, sender.stop());
            return DataSets.decode(bytes.toByteArray(), message.context().transferSyntax());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail so", e);
        }
    }

    private int handedOn(ReportedEvent event) {
        try {
            receiver.received(event);
            return 0;
        } catch (CandelaException e) {
            LOG.warn("an event was not taken, which its sender is told [{}]", e.code(), e);
            return PROCESSING_FAILURE;
        }
    }
}
