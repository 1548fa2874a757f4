package org.candela.net.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** Storage commitment as user, push model (PS3.4 J.3): an archive is asked to vouch for objects, and answers later. */
// [impl->req~net.dimse.commitment~1]
public final class StorageCommitment {
    private static final int TRANSACTION_UID = 0x00081195;
    private static final int REQUEST = 1;
    private static final Uid WELL_KNOWN = new Uid("1.2.840.10008.1.20.1.1");

    private StorageCommitment() {}

    /** An object and its class. */
    public record Instance(Uid sopClass, Uid sopInstance) {}

    /**
     * What the archive answered.
     *
     * @param committed what it keeps
     * @param failed what it does not, with the reason for a person
     */
    public record Result(Uid transaction, List<Uid> committed, Map<Uid, String> failed) {
        public Result {
            committed = List.copyOf(committed);
            failed = Map.copyOf(failed);
        }
    }

    /** Asks (J.3.2); the answer is an event for {@code transaction}, here or on an association that the archive opens. */
    public static void request(
            Association association, Uid transaction, List<Instance> instances, Cancellation cancellation)
            throws CandelaException {
        Attributes information = new Attributes()
                .set(TRANSACTION_UID, VR.UI, transaction.value())
                .setItems(
                        Tag.ReferencedSOPSequence,
                        instances.stream().map(StorageCommitment::item).toList());
        new NormalizedUser(association)
                .action(
                        new NormalizedUser.Target(Contexts.COMMITMENT, Contexts.COMMITMENT, WELL_KNOWN),
                        REQUEST,
                        information,
                        cancellation);
    }

    private static Attributes item(Instance instance) {
        return new Attributes()
                .set(Tag.ReferencedSOPClassUID, VR.UI, instance.sopClass().value())
                .set(Tag.ReferencedSOPInstanceUID, VR.UI, instance.sopInstance().value());
    }

    /** Reads the answer (J.3.3); empty where the event is about something else. */
    public static Optional<Result> result(ReportedEvent event) {
        Attributes information = event.information();
        return information
                .uid(TRANSACTION_UID)
                .filter(uid -> event.sopClass().value().equals(Contexts.COMMITMENT))
                .map(uid -> new Result(uid, committed(information), failed(information)));
    }

    private static List<Uid> committed(Attributes information) {
        List<Uid> committed = new ArrayList<>();
        information.items(Tag.ReferencedSOPSequence).forEach(item -> item.uid(Tag.ReferencedSOPInstanceUID)
                .ifPresent(committed::add));
        return committed;
    }

    private static Map<Uid, String> failed(Attributes information) {
        Map<Uid, String> failed = new TreeMap<>();
        for (Attributes item : information.items(Tag.FailedSOPSequence)) {
            int reason = item.integer(Tag.FailureReason).orElse(0x0110);
            item.uid(Tag.ReferencedSOPInstanceUID).ifPresent(uid -> failed.put(uid, Reasons.commitment(reason)));
        }
        return failed;
    }
}
