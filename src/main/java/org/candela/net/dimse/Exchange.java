package org.candela.net.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.net.dimse.DimseException.Kind;

/** Requests and their answers on an association: what all services as user share. One thread. */
record Exchange(Association association) {

    /** @throws DimseException REJECTED where the peer did not accept the service */
    Association.Context context(String service) throws DimseException {
        return association.contexts().values().stream()
                .filter(context -> context.abstractSyntax().equals(service))
                .findFirst()
                .orElseThrow(() -> new DimseException(
                        Kind.REJECTED,
                        association.peer() + ": does not offer " + Reasons.service(service)
                                + "; have it allowed there for our AE title"));
    }

    CommandSet request(int field) {
        return CommandSet.of(field).number(CommandSet.MESSAGE_ID, association.nextMessageId());
    }

    void send(Association.Context context, CommandSet request, Attributes data, Cancellation cancellation)
            throws DimseException {
        byte[] bytes;
        try {
            bytes = DataSets.encode(data, context.transferSyntax());
        } catch (IOException e) {
            throw new DimseException(Kind.PROTOCOL, association.peer() + ": a data set cannot be encoded", e);
        }
        association.send(context, request, new ByteArrayInputStream(bytes), cancellation);
    }

    Association.Message answer(CommandSet request, BooleanSupplier stop) throws DimseException {
        Association.Message message = association.receiveCommand(association.timeout(), stop);
        requireAnswer(message.command(), request);
        return message;
    }

    void requireAnswer(CommandSet answer, CommandSet request) throws DimseException {
        boolean isAnswer = answer.number(CommandSet.FIELD) == (request.number(CommandSet.FIELD) | CommandSet.RESPONSE)
                && answer.number(CommandSet.RESPONDED_ID) == request.number(CommandSet.MESSAGE_ID);
        if (!isAnswer) {
            throw unexpected(answer);
        }
    }

    DimseException unexpected(CommandSet command) {
        association.abort();
        return new DimseException(
                Kind.PROTOCOL,
                association.peer()
                        + ": sent an unexpected command %04X; its maker must see to it"
                                .formatted(command.number(CommandSet.FIELD)));
    }

    /** The data set of a message; empty when it has none. */
    Attributes dataSet(Association.Message message) throws CandelaException {
        return dataSet(message, () -> false);
    }

    Attributes dataSet(Association.Message message, BooleanSupplier stop) throws CandelaException {
        if (!message.command().hasDataSet()) {
            return new Attributes();
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            association.receiveData(message.context(), bytes, EventAnswer.MAX_BYTES, stop);
            return DataSets.decode(bytes.toByteArray(), message.context().transferSyntax());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail so", e);
        }
    }

    void succeed(CommandSet answer) throws DimseException {
        int status = answer.number(CommandSet.STATUS);
        if (!isSuccess(status)) {
            throw new DimseException(status, association.peer() + ": " + Reasons.status(status));
        }
    }

    /** Success, or a warning (PS3.7 Annex C). */
    static boolean isSuccess(int status) {
        return status == 0 || status == 1 || status == 0x0107 || status == 0x0116 || status >> 12 == 0xB;
    }
}
