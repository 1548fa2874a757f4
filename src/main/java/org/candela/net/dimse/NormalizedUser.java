package org.candela.net.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;

/** The normalized services as user (PS3.7 §10) on one association. One thread at a time. */
public final class NormalizedUser {
    private final Association association;
    private final Exchange exchange;

    public NormalizedUser(Association association) {
        this.association = association;
        this.exchange = new Exchange(association);
    }

    /**
     * An instance, and the service by which it is reached.
     *
     * @param service the class that was negotiated
     * @param sopClass the class of the instance, which may be another (PS3.4 CC.3.1)
     */
    record Target(String service, String sopClass, Uid instance) {}

    /** What a service answered: done, with attributes and perhaps a warning. */
    record Answered(Attributes attributes, int status) {}

    /**
     * Reads a performed procedure step by N-GET of its retrieve class (PS3.4 F.8.2).
     *
     * @param tags which attributes; none for all
     */
    // [impl->req~net.dimse.performed-steps~1]
    public Attributes performedStep(Uid instance, List<Integer> tags, Cancellation cancellation)
            throws CandelaException {
        return get(new Target(Contexts.MPPS_RETRIEVE, Contexts.MPPS_RETRIEVE, instance), tags, cancellation);
    }

    /** N-GET (§10.1.2). */
    Attributes get(Target target, List<Integer> tags, Cancellation cancellation) throws CandelaException {
        CommandSet request = request(CommandSet.N_GET, target);
        if (!tags.isEmpty()) {
            request.tags(CommandSet.ATTRIBUTES, tags);
        }
        association.send(exchange.context(target.service()), request);
        return answered(request, cancellation).attributes();
    }

    /** N-SET (§10.1.3). */
    Answered set(Target target, Attributes changes, Cancellation cancellation) throws CandelaException {
        return send(request(CommandSet.N_SET, target), target, changes, cancellation);
    }

    /** N-ACTION (§10.1.4). */
    Answered action(Target target, int type, Attributes information, Cancellation cancellation)
            throws CandelaException {
        CommandSet request = request(CommandSet.N_ACTION, target).number(CommandSet.ACTION_TYPE, type);
        return send(request, target, information, cancellation);
    }

    private CommandSet request(int field, Target target) {
        return exchange.request(field)
                .text(CommandSet.REQUESTED_CLASS, target.sopClass())
                .text(CommandSet.REQUESTED_INSTANCE, target.instance().value());
    }

    private Answered send(CommandSet request, Target target, Attributes data, Cancellation cancellation)
            throws CandelaException {
        exchange.send(exchange.context(target.service()), request, data, cancellation);
        return answered(request, cancellation);
    }

    /** Reports that come meanwhile are for who opened a port: here they are confirmed and dropped. */
    private Answered answered(CommandSet request, Cancellation cancellation) throws CandelaException {
        Association.Message message = association.receiveCommand(association.timeout(), cancellation::isRequested);
        while (message.command().number(CommandSet.FIELD) == CommandSet.N_EVENT_REPORT) {
            new EventAnswer(association, event -> {}).to(message, sender(cancellation));
            message = association.receiveCommand(association.timeout(), cancellation::isRequested);
        }
        exchange.requireAnswer(message.command(), request);
        Attributes attributes = exchange.dataSet(message);
        int status = message.command().number(CommandSet.STATUS);
        if (!Exchange.isSuccess(status)) {
            throw new DimseException(status, association.peer() + ": " + Reasons.workitemStatus(status));
        }
        return new Answered(attributes, status);
    }

    /**
     * Waits for one N-EVENT-REPORT on this association, no longer than its timeout, and confirms it.
     *
     * @return empty when the peer released the association instead
     */
    public Optional<ReportedEvent> awaitEvent(Cancellation cancellation) throws CandelaException {
        Association.Next next = association.await(association.timeout(), cancellation::isRequested);
        if (next == Association.Next.RELEASED) {
            return Optional.empty();
        }
        Association.Message message = association.receiveCommand(association.timeout(), cancellation::isRequested);
        if (message.command().number(CommandSet.FIELD) != CommandSet.N_EVENT_REPORT) {
            throw exchange.unexpected(message.command());
        }
        List<ReportedEvent> events = new ArrayList<>();
        new EventAnswer(association, events::add).to(message, sender(cancellation));
        return events.stream().findFirst();
    }

    private Inbox.Sender sender(Cancellation cancellation) {
        return new Inbox.Sender(association.peer(), cancellation);
    }
}
