package org.candela.net.dimse;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;

/**
 * Unified procedure steps as user: pull, watch and event (PS3.4 CC.2). Every call names the Push class, of which all
 * workitems are instances, on the context of the class it belongs to (CC.3.1). One thread at a time.
 *
 * <p>Who claims a workitem makes up a transaction UID and keeps it: without it nobody can change or end the workitem.
 */
// [impl->req~net.dimse.workitems~1]
public final class Workitems {
    /** Stands for all workitems in subscriptions (CC.2.3.1). */
    public static final Uid ALL = new Uid("1.2.840.10008.5.1.4.34.5");

    private static final int TRANSACTION_UID = 0x00081195;
    private static final int STATE = 0x00741000;
    private static final int REASON_FOR_CANCELLATION = 0x00741238;
    private static final int RECEIVING_AE = 0x00741234;
    private static final int DELETION_LOCK = 0x00741230;
    private static final int CHANGE_STATE = 1;
    private static final int REQUEST_CANCEL = 2;
    private static final int SUBSCRIBE = 3;
    private static final int UNSUBSCRIBE = 4;
    private final NormalizedUser user;

    public Workitems(Association association) {
        this.user = new NormalizedUser(association);
    }

    /** Ends that a workitem comes to (CC.1.1). */
    public enum End {
        COMPLETED,
        CANCELED
    }

    /** Whether a workitem must outlive its end until the subscription is given up (CC.2.3.1). */
    public enum DeletionLock {
        TRUE,
        FALSE
    }

    /** Reads it by N-GET (CC.2.7); no tags for all attributes. */
    public Attributes read(Uid workitem, List<Integer> tags, Cancellation cancellation) throws CandelaException {
        return user.get(pull(workitem), tags, cancellation);
    }

    /** SCHEDULED to IN PROGRESS (CC.2.1). */
    public void claim(Uid workitem, Uid transaction, Cancellation cancellation) throws CandelaException {
        changeState(workitem, "IN PROGRESS", transaction, cancellation);
    }

    /** IN PROGRESS to its end; true also where it had that end already (B304, B306). */
    public void end(Uid workitem, End end, Uid transaction, Cancellation cancellation) throws CandelaException {
        changeState(workitem, end.name(), transaction, cancellation);
    }

    private void changeState(Uid workitem, String state, Uid transaction, Cancellation cancellation)
            throws CandelaException {
        Attributes information =
                new Attributes().set(STATE, VR.CS, state).set(TRANSACTION_UID, VR.UI, transaction.value());
        user.action(pull(workitem), CHANGE_STATE, information, cancellation);
    }

    /** Changes attributes of a workitem in progress by N-SET (CC.2.6). */
    public void update(Uid workitem, Uid transaction, Attributes changes, Cancellation cancellation)
            throws CandelaException {
        user.set(pull(workitem), changes.copy().set(TRANSACTION_UID, VR.UI, transaction.value()), cancellation);
    }

    /** Asks whoever performs it to cancel it (CC.2.2). */
    public void requestCancel(Uid workitem, String reason, Cancellation cancellation) throws CandelaException {
        Attributes information = new Attributes().set(REASON_FOR_CANCELLATION, VR.LT, reason);
        user.action(watch(workitem), REQUEST_CANCEL, information, cancellation);
    }

    /** Has events sent to {@code receiver}, our AE title, on associations that the peer opens (CC.2.3). */
    public void subscribe(Uid workitem, String receiver, DeletionLock lock, Cancellation cancellation)
            throws CandelaException {
        Attributes information =
                new Attributes().set(RECEIVING_AE, VR.AE, receiver).set(DELETION_LOCK, VR.LO, lock.name());
        user.action(watch(workitem), SUBSCRIBE, information, cancellation);
    }

    /** Ends it (CC.2.3). */
    public void unsubscribe(Uid workitem, String receiver, Cancellation cancellation) throws CandelaException {
        user.action(watch(workitem), UNSUBSCRIBE, new Attributes().set(RECEIVING_AE, VR.AE, receiver), cancellation);
    }

    private static NormalizedUser.Target pull(Uid workitem) {
        return new NormalizedUser.Target(Contexts.UPS_PULL, Contexts.UPS_PUSH, workitem);
    }

    private static NormalizedUser.Target watch(Uid workitem) {
        return new NormalizedUser.Target(Contexts.UPS_WATCH, Contexts.UPS_PUSH, workitem);
    }
}
