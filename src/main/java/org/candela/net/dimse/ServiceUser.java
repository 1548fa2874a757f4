package org.candela.net.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.net.dimse.DimseException.Kind;

/** The DIMSE services as user (PS3.7 §9, §10) on one association. One thread at a time. */
public final class ServiceUser {
    private static final int MAX_DATA_SET = 16 << 20;
    private static final int PENDING = 0xFF00;
    private static final int PENDING_WITHOUT_KEYS = 0xFF01;
    private static final int CANCELLED = 0xFE00;

    private final Association association;

    public ServiceUser(Association association) {
        this.association = association;
    }

    /** Sub-operations of a retrieval. */
    public record Counts(int completed, int failed, int warning, int remaining) {}

    /** C-ECHO (PS3.7 §9.1.5). */
    public void echo(Cancellation cancellation) throws DimseException {
        Association.Context context = context(Contexts.VERIFICATION);
        CommandSet request = request(CommandSet.C_ECHO).text(CommandSet.AFFECTED_CLASS, Contexts.VERIFICATION);
        association.send(context, request);
        succeed(answer(request, cancellation::isRequested).command());
    }

    /** What C-FIND looks through. */
    public enum Model {
        STUDY_ROOT(Contexts.STUDY_FIND),
        PATIENT_ROOT(Contexts.PATIENT_FIND),
        MODALITY_WORKLIST(Contexts.WORKLIST),
        PROCEDURE_STEPS(Contexts.UPS_PULL);

        private final String service;

        Model(String service) {
            this.service = service;
        }
    }

    /** C-FIND (PS3.4 C.4.1): hands over each match; cancelled, it sends C-CANCEL and waits for the end. */
    // [impl->req~net.dimse.cancel~1]
    public void find(Model model, Attributes keys, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = context(model.service);
        CommandSet request = request(CommandSet.C_FIND)
                .text(CommandSet.AFFECTED_CLASS, model.service)
                .number(CommandSet.PRIORITY, 0);
        association.send(context, request, data(keys, context), cancellation);
        Canceller canceller = new Canceller(context, request, cancellation);
        while (true) {
            Association.Message message = canceller.next();
            CommandSet answer = message.command();
            if (answer.hasDataSet()) {
                Attributes match = dataSet(message);
                if (!cancellation.isRequested()) {
                    matches.accept(match);
                }
            }
            if (!isPending(answer)) {
                canceller.end(answer);
                return;
            }
        }
    }

    /** C-GET (PS3.4 C.4.3): objects go into the inbox on this association. */
    public Counts get(Attributes keys, Inbox inbox, Consumer<Counts> progress, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = context(Contexts.STUDY_GET);
        CommandSet request = request(CommandSet.C_GET)
                .text(CommandSet.AFFECTED_CLASS, Contexts.STUDY_GET)
                .number(CommandSet.PRIORITY, 0);
        return retrieve(context, request, keys, new Retrieval(inbox, progress, cancellation));
    }

    /** C-MOVE (PS3.4 C.4.2): the peer sends objects to {@code destination}, an AE title that it knows. */
    public Counts move(Attributes keys, String destination, Consumer<Counts> progress, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = context(Contexts.STUDY_MOVE);
        CommandSet request = request(CommandSet.C_MOVE)
                .text(CommandSet.AFFECTED_CLASS, Contexts.STUDY_MOVE)
                .text(CommandSet.DESTINATION, destination)
                .number(CommandSet.PRIORITY, 0);
        return retrieve(context, request, keys, new Retrieval(null, progress, cancellation));
    }

    private record Retrieval(
            @org.jspecify.annotations.Nullable Inbox inbox, Consumer<Counts> progress, Cancellation cancellation) {}

    private Counts retrieve(Association.Context context, CommandSet request, Attributes keys, Retrieval retrieval)
            throws CandelaException {
        association.send(context, request, data(keys, context), retrieval.cancellation());
        Canceller canceller = new Canceller(context, request, retrieval.cancellation());
        while (true) {
            Association.Message message = canceller.next();
            CommandSet command = message.command();
            Inbox inbox = retrieval.inbox();
            if (command.number(CommandSet.FIELD) == CommandSet.C_STORE && inbox != null) {
                inbox.take(association, message, association.peer(), new Cancellation());
                continue;
            }
            if (command.hasDataSet()) {
                dataSet(message); // the list of failed instances
            }
            Counts counts = new Counts(
                    command.number(CommandSet.COMPLETED),
                    command.number(CommandSet.FAILED),
                    command.number(CommandSet.WARNING),
                    command.number(CommandSet.REMAINING));
            retrieval.progress().accept(counts);
            if (!isPending(command)) {
                boolean isPartial = command.number(CommandSet.STATUS) == 0xB000;
                if (!isPartial) {
                    canceller.end(command);
                }
                return counts;
            }
        }
    }

    /** N-GET (PS3.7 §10.1.2) of a performed procedure step or a workitem. */
    public Attributes get(Uid service, Uid instance, Cancellation cancellation) throws CandelaException {
        Association.Context context = context(service.value());
        CommandSet request = request(CommandSet.N_GET)
                .text(CommandSet.REQUESTED_CLASS, service.value())
                .text(CommandSet.REQUESTED_INSTANCE, instance.value());
        association.send(context, request);
        return answered(request, cancellation);
    }

    /** N-ACTION (PS3.7 §10.1.4): storage commitment, change of a workitem's state, subscription. */
    public Attributes action(Action action, Attributes information, Cancellation cancellation) throws CandelaException {
        Association.Context context = context(action.service().value());
        CommandSet request = request(CommandSet.N_ACTION)
                .text(CommandSet.REQUESTED_CLASS, action.sopClass().value())
                .text(CommandSet.REQUESTED_INSTANCE, action.instance().value())
                .number(CommandSet.ACTION_TYPE, action.type());
        association.send(context, request, data(information, context), cancellation);
        return answered(request, cancellation);
    }

    /** Which action on what; {@code service} is negotiated, {@code sopClass} named (UPS: always the Push class). */
    public record Action(Uid service, Uid sopClass, Uid instance, int type) {
        /** Request of storage commitment (PS3.4 J.3.2). */
        public static Action commitment() {
            Uid service = new Uid(Contexts.COMMITMENT);
            return new Action(service, service, new Uid("1.2.840.10008.1.20.1.1"), 1);
        }

        /** Change of a workitem's state (PS3.4 CC.2.1). */
        public static Action changeState(Uid workitem) {
            return new Action(new Uid(Contexts.UPS_PULL), new Uid(Contexts.UPS_PUSH), workitem, 1);
        }

        /** Subscription to the events of a workitem (PS3.4 CC.2.3). */
        public static Action subscribe(Uid workitem) {
            return new Action(new Uid(Contexts.UPS_WATCH), new Uid(Contexts.UPS_PUSH), workitem, 3);
        }
    }

    /** Waits for one N-EVENT-REPORT on this association and confirms it. */
    public Attributes awaitEvent(Cancellation cancellation) throws CandelaException {
        Association.Message message = association.receiveCommand(association.timeout(), cancellation::isRequested);
        if (message.command().number(CommandSet.FIELD) != CommandSet.N_EVENT_REPORT) {
            throw unexpected(message.command());
        }
        Attributes event = message.command().hasDataSet() ? dataSet(message) : new Attributes();
        association.send(association.contextOf(message), CommandSet.answer(message.command(), 0));
        return event;
    }

    private Attributes answered(CommandSet request, Cancellation cancellation) throws CandelaException {
        Association.Message answer = answer(request, cancellation::isRequested);
        Attributes result = answer.command().hasDataSet() ? dataSet(answer) : new Attributes();
        succeed(answer.command());
        return result;
    }

    CommandSet request(int field) {
        return CommandSet.of(field).number(CommandSet.MESSAGE_ID, association.nextMessageId());
    }

    Association.Message answer(CommandSet request, BooleanSupplier stop) throws DimseException {
        Association.Message message = association.receiveCommand(association.timeout(), stop);
        requireAnswer(message.command(), request);
        return message;
    }

    private void requireAnswer(CommandSet answer, CommandSet request) throws DimseException {
        boolean isAnswer = answer.number(CommandSet.FIELD) == (request.number(CommandSet.FIELD) | CommandSet.RESPONSE)
                && answer.number(CommandSet.RESPONDED_ID) == request.number(CommandSet.MESSAGE_ID);
        if (!isAnswer) {
            throw unexpected(answer);
        }
    }

    private DimseException unexpected(CommandSet command) {
        association.abort();
        return new DimseException(
                Kind.PROTOCOL,
                association.peer() + ": sent an unexpected command %04X".formatted(command.number(CommandSet.FIELD)));
    }

    private void succeed(CommandSet answer) throws DimseException {
        int status = answer.number(CommandSet.STATUS);
        boolean isWarning = status == 1 || status == 0x0107 || status == 0x0116 || status >> 12 == 0xB;
        if (status != 0 && !isWarning) {
            throw new DimseException(Kind.FAILED, association.peer() + ": answered " + Reasons.status(status));
        }
    }

    private static boolean isPending(CommandSet answer) {
        int status = answer.number(CommandSet.STATUS);
        return status == PENDING || status == PENDING_WITHOUT_KEYS;
    }

    private Association.Context context(String service) throws DimseException {
        return association.contexts().values().stream()
                .filter(context -> context.abstractSyntax().equals(service))
                .findFirst()
                .orElseThrow(() -> new DimseException(
                        Kind.REJECTED, association.peer() + ": does not offer the service " + service));
    }

    private ByteArrayInputStream data(Attributes keys, Association.Context context) throws DimseException {
        try {
            return new ByteArrayInputStream(DataSets.encode(keys, context.transferSyntax()));
        } catch (IOException e) {
            throw new DimseException(Kind.PROTOCOL, association.peer() + ": a data set cannot be encoded", e);
        }
    }

    private Attributes dataSet(Association.Message message) throws CandelaException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            association.receiveData(bytes, MAX_DATA_SET, new Cancellation());
            return DataSets.decode(
                    bytes.toByteArray(), association.contextOf(message).transferSyntax());
        } catch (IOException e) {
            association.abort();
            throw new DimseException(Kind.LOCAL_DISK, association.peer() + ": an answer cannot be kept here", e);
        }
    }

    /** Sends C-CANCEL once when asked to, and then gives the peer one more timeout to end. */
    private final class Canceller {
        private final Association.Context context;
        private final CommandSet request;
        private final Cancellation cancellation;
        private boolean isSent;

        Canceller(Association.Context context, CommandSet request, Cancellation cancellation) {
            this.context = context;
            this.request = request;
            this.cancellation = cancellation;
        }

        Association.Message next() throws DimseException {
            if (cancellation.isRequested() && !isSent) {
                isSent = true;
                association.send(
                        context,
                        CommandSet.of(CommandSet.C_CANCEL)
                                .number(CommandSet.RESPONDED_ID, request.number(CommandSet.MESSAGE_ID)));
            }
            Association.Message message = association.receiveCommand(association.timeout(), () -> false);
            if (message.command().number(CommandSet.FIELD) != CommandSet.C_STORE) {
                requireAnswer(message.command(), request);
            }
            return message;
        }

        void end(CommandSet answer) throws DimseException {
            if (answer.number(CommandSet.STATUS) == CANCELLED || cancellation.isRequested()) {
                throw new CancellationException("cancelled on request");
            }
            succeed(answer);
        }
    }
}
