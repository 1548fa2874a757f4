package org.candela.net.dimse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.net.dimse.DimseException.Kind;

/** The composite services as user (PS3.7 §9) on one association. One thread at a time. */
public final class ServiceUser {
    private static final int PENDING = 0xFF00;
    private static final int PENDING_WITHOUT_KEYS = 0xFF01;
    private static final int CANCELLED = 0xFE00;
    private static final int PARTLY = 0xB000;
    /** How long a peer may go on after C-CANCEL before it is cut off, where its timeout is no shorter. */
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(5);

    private final Association association;
    private final Exchange exchange;

    public ServiceUser(Association association) {
        this.association = association;
        this.exchange = new Exchange(association);
    }

    /** Sub-operations of a retrieval. */
    public record Counts(int completed, int failed, int warning, int remaining) {}

    /** C-ECHO (PS3.7 §9.1.5). */
    public void echo(Cancellation cancellation) throws DimseException {
        Association.Context context = exchange.context(Contexts.VERIFICATION);
        CommandSet request = exchange.request(CommandSet.C_ECHO).text(CommandSet.AFFECTED_CLASS, Contexts.VERIFICATION);
        association.send(context, request);
        exchange.succeed(exchange.answer(request, cancellation::isRequested).command());
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

    /** Whether the peer agreed to relational queries, which need no UIDs of the levels above (PS3.4 C.5.1.1). */
    public boolean isRelational(Model model) {
        byte[] agreed = association.extended(model.service);
        return agreed.length > 0 && agreed[0] == 1;
    }

    /**
     * C-FIND (PS3.4 C.4.1): hands over each match; cancelled, it sends C-CANCEL and waits for the end.
     *
     * @param model for the worklists as well (PS3.4 K.4, CC.2.8)
     */
    // [impl->req~net.dimse.cancel~1]
    public void find(Model model, Attributes keys, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = exchange.context(model.service);
        CommandSet request = exchange.request(CommandSet.C_FIND)
                .text(CommandSet.AFFECTED_CLASS, model.service)
                .number(CommandSet.PRIORITY, 0);
        exchange.send(context, request, keys, cancellation);
        Canceller canceller = new Canceller(context, request, cancellation);
        while (true) {
            Association.Message message = canceller.next();
            Attributes match = exchange.dataSet(message, canceller::stopsNow);
            if (!isPending(message.command())) {
                canceller.end(message.command());
                return;
            }
            if (!cancellation.isRequested()) {
                matches.accept(match);
            }
        }
    }

    /** C-GET (PS3.4 C.4.3): objects go into the inbox on this association; those that came stay, however it ends. */
    public Counts get(Attributes keys, Inbox inbox, Consumer<Counts> progress, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = exchange.context(Contexts.STUDY_GET);
        CommandSet request = exchange.request(CommandSet.C_GET)
                .text(CommandSet.AFFECTED_CLASS, Contexts.STUDY_GET)
                .number(CommandSet.PRIORITY, 0);
        exchange.send(context, request, keys, cancellation);
        return retrieved(new Canceller(context, request, cancellation), progress, Optional.of(inbox));
    }

    /** C-MOVE (PS3.4 C.4.2): the peer sends objects to {@code destination}, an AE title that it knows. */
    public Counts move(Attributes keys, String destination, Consumer<Counts> progress, Cancellation cancellation)
            throws CandelaException {
        Association.Context context = exchange.context(Contexts.STUDY_MOVE);
        CommandSet request = exchange.request(CommandSet.C_MOVE)
                .text(CommandSet.AFFECTED_CLASS, Contexts.STUDY_MOVE)
                .text(CommandSet.DESTINATION, destination)
                .number(CommandSet.PRIORITY, 0);
        exchange.send(context, request, keys, cancellation);
        return retrieved(new Canceller(context, request, cancellation), progress, Optional.empty());
    }

    private Counts retrieved(Canceller canceller, Consumer<Counts> progress, Optional<Inbox> inbox)
            throws CandelaException {
        Inbox.Sender sender = new Inbox.Sender(association.peer(), canceller::stopsNow);
        while (true) {
            Association.Message message = canceller.next();
            CommandSet command = message.command();
            if (command.number(CommandSet.FIELD) == CommandSet.C_STORE) {
                take(inbox, message, sender);
                continue;
            }
            exchange.dataSet(message, canceller::stopsNow); // the list of failed instances
            Counts counts = new Counts(
                    command.number(CommandSet.COMPLETED),
                    command.number(CommandSet.FAILED),
                    command.number(CommandSet.WARNING),
                    command.number(CommandSet.REMAINING));
            progress.accept(counts);
            if (!isPending(command)) {
                canceller.end(command);
                return counts;
            }
        }
    }

    private void take(Optional<Inbox> inbox, Association.Message message, Inbox.Sender sender) throws DimseException {
        try {
            inbox.orElseThrow(() -> exchange.unexpected(message.command())).take(association, message, sender);
        } catch (DimseException e) {
            association.abort(); // what follows would not be kept either
            throw e;
        }
    }

    private static boolean isPending(CommandSet answer) {
        int status = answer.number(CommandSet.STATUS);
        return status == PENDING || status == PENDING_WITHOUT_KEYS;
    }

    /** Sends C-CANCEL once when asked to, even amid a message, and then gives the peer a little time to end. */
    private final class Canceller {
        private final Association.Context context;
        private final CommandSet request;
        private final Cancellation cancellation;
        private Optional<Long> deadline = Optional.empty();

        Canceller(Association.Context context, CommandSet request, Cancellation cancellation) {
            this.context = context;
            this.request = request;
            this.cancellation = cancellation;
        }

        Association.Message next() throws DimseException {
            Association.Message message = association.receiveCommand(association.timeout(), this::stopsNow);
            if (message.command().number(CommandSet.FIELD) != CommandSet.C_STORE) {
                exchange.requireAnswer(message.command(), request);
            }
            return message;
        }

        /** Asked at every wait. */
        boolean stopsNow() {
            if (deadline.isPresent()) {
                return System.nanoTime() - deadline.orElseThrow() > 0;
            }
            return cancellation.isRequested() && !hasSentCancel();
        }

        /** False when the connection is gone, so that there is nothing to wait for. */
        private boolean hasSentCancel() {
            long limit = Math.min(association.timeout().toNanos(), TIME_TO_CANCEL.toNanos());
            deadline = Optional.of(System.nanoTime() + limit);
            CommandSet cancel = CommandSet.of(CommandSet.C_CANCEL)
                    .number(CommandSet.RESPONDED_ID, request.number(CommandSet.MESSAGE_ID));
            try {
                association.send(context, cancel);
                return true;
            } catch (DimseException e) {
                return false;
            }
        }

        void end(CommandSet answer) throws DimseException {
            int status = answer.number(CommandSet.STATUS);
            if (status == CANCELLED && deadline.isEmpty()) {
                throw new DimseException(Kind.FAILED, association.peer() + ": cancelled the operation; try again");
            }
            if (deadline.isPresent()) {
                throw new CancellationException("cancelled on request");
            }
            if (status != PARTLY) {
                exchange.succeed(answer);
            }
        }
    }
}
