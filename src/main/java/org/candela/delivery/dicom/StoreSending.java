package org.candela.delivery.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.Answer;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.Door;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.DimseException;
import org.candela.net.dimse.NormalizedUser;
import org.candela.net.dimse.ReportedEvent;
import org.candela.net.dimse.StorageCommitment;
import org.candela.net.dimse.StorageUser;

/**
 * Objects by C-STORE (PS3.4 B). With {@code commitment=yes} the archive must also vouch for them (PS3.4 J), on the
 * association that asks it.
 */
// [impl->req~delivery.c-store~1]
final class StoreSending implements ObjectSending {
    private static final String OWN_TITLE = "CANDELA";
    private static final Set<Integer> OUT_OF_RESOURCES = Set.of(0xA7, 0x01);

    private final Door<ApplicationEntity> door;

    StoreSending(Door<ApplicationEntity> door) {
        this.door = door;
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Path file) throws CandelaException, IOException {
        return store(ticket, StorageUser.Sendable.of(file));
    }

    private Answer store(Consignment.Ticket ticket, StorageUser.Sendable object) throws CandelaException, IOException {
        DeliveryChannel channel = ticket.channel();
        DimseEndpoint endpoint = DimseEndpoint.of(channel.uri(), OWN_TITLE);
        ApplicationEntity entity = door.open(ticket.facility(), channel);
        Cancellation never = new Cancellation();
        try (Association association = entity.connect(endpoint, StorageUser.contextsFor(List.of(object)), never)) {
            StorageUser.send(association, object, never);
        }
        String stored = "C-STORE 0000H of " + object.sopInstance() + " at " + endpoint.called();
        if (!channel.option("commitment", "no").equals("yes")) {
            return Answer.accepted("", stored);
        }
        try (Association association = entity.connect(endpoint, Contexts.normalized(), never)) {
            return commitment(association, object, stored);
        }
    }

    private static Answer commitment(Association association, StorageUser.Sendable object, String stored)
            throws CandelaException {
        Uid transaction = Uid.random();
        Cancellation never = new Cancellation();
        StorageCommitment.request(
                association,
                transaction,
                List.of(new StorageCommitment.Instance(object.sopClass(), object.sopInstance())),
                never);
        Optional<ReportedEvent> event = new NormalizedUser(association).awaitEvent(never);
        Optional<StorageCommitment.Result> result = event.flatMap(StorageCommitment::result)
                .filter(one -> one.transaction().equals(transaction));
        if (result.isEmpty()) {
            return Answer.of(Answer.Kind.ERROR, "stored, but the archive did not vouch for it");
        }
        String refused = result.orElseThrow().failed().get(object.sopInstance());
        return refused == null
                ? Answer.accepted("", stored + "; committed in transaction " + transaction)
                : Answer.of(Answer.Kind.ERROR, "stored, but the archive does not keep it: " + refused);
    }

    @Override
    public Answer.Kind failed(CandelaException failure) {
        if (!(failure instanceof DimseException dimse)) {
            return Answer.Kind.UNSENT;
        }
        int status = dimse.status().orElse(0);
        return switch (dimse.kind()) {
            case FAILED -> OUT_OF_RESOURCES.contains(status >>> 8) ? Answer.Kind.ERROR : Answer.Kind.REJECTED;
            case REJECTED, PROTOCOL -> Answer.Kind.ERROR;
            default -> Answer.Kind.NONE;
        };
    }
}
