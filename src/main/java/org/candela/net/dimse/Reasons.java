package org.candela.net.dimse;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.candela.dicom.Dictionary;

/** What rejections, aborts and statuses mean, and what to do (PS3.8 Tables 9-21, 9-26). */
final class Reasons {
    private static final int MOST_NAMES = 4;
    private static final String NOT_PINNED = "is not pinned";

    private Reasons() {}

    static String rejection(Pdu.AssociateReject reject) {
        String why =
                switch (reject.source() << 8 | reject.reason()) {
                    case 0x102 -> "it does not support the application context";
                    case 0x103 -> "it does not know our AE title; have it entered there or give another with --calling";
                    case 0x107 -> "it has another AE title; check the one in the address";
                    case 0x301 -> "it is busy for a while; try again later";
                    case 0x202 -> "it does not speak this version of the protocol";
                    case 0x302 -> "it has too many associations open; try again later";
                    default -> "it gave no reason (source " + reject.source() + ", reason " + reject.reason() + ")";
                };
        return "refused the association: " + why;
    }

    static String abort(Pdu.Abort abort) {
        return abort.source() == 0
                ? "ended the association; its log says why"
                : "ended the association over a protocol error (reason " + abort.reason() + ")";
    }

    /** Why no connection came about. */
    static String unreachable(DimseEndpoint endpoint, IOException cause) {
        boolean isTls = cause instanceof SSLException;
        String what = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return "no host of this name; check the address";
        }
        if (isTls && what.endsWith(NOT_PINNED)) {
            return what + "; if it was renewed, compare that with its owner and trust it by --pin";
        }
        if (isTls) {
            return "TLS could not be agreed on (" + what + "); check certificates, and that this port speaks TLS";
        }
        return cause instanceof SocketTimeoutException
                ? "no connection within " + span(endpoint.timeout()) + "; check the address, and firewalls"
                : "no connection (" + what + "); check address and port, and that the peer runs";
    }

    static String service(String uid) {
        return Dictionary.uidName(uid).orElse(uid);
    }

    /** Failure Reason (0008,1197) of a storage commitment (PS3.3 C.14). */
    static String commitment(int reason) {
        String known =
                switch (reason) {
                    case 0x0110 -> "it failed; its log says why";
                    case 0x0112 -> "it does not have the object; send it again";
                    case 0x0213 -> "it is out of resources; try again later";
                    case 0x0119 -> "it has the object with another SOP class";
                    case 0x0122 -> "it does not keep objects of this SOP class";
                    case 0x0131 -> "the transaction was asked for twice";
                    default -> "its log says why";
                };
        return known + String.format(" (%04X)", reason);
    }

    /** What was offered, for a person who has to have it allowed. */
    static String services(Pdu.AssociateRequest request) {
        List<String> names = request.contexts().stream()
                .map(Pdu.Proposed::abstractSyntax)
                .distinct()
                .map(Reasons::service)
                .toList();
        int shown = Math.min(MOST_NAMES, names.size());
        String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return String.join(", ", names.subList(0, shown)) + more;
    }

    static String span(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** PS3.7 Annex C, and PS3.4 B.2.3, C.4 for what is the services' own. */
    static String status(int status) {
        String known =
                switch (status) {
                    case 0x0105, 0x0107 -> "it does not have an attribute asked for";
                    case 0x0106, 0x0121 -> "a value sent is not valid there";
                    case 0x0110 -> "it failed; its log says why";
                    case 0x0111 -> "it has an instance of this UID already";
                    case 0x0112 -> "it has no instance of this UID";
                    case 0x0113, 0x0115, 0x0123 -> "it does not know this action or event";
                    case 0x0117 -> "the instance UID is not valid";
                    case 0x0118, 0x0122 -> "it does not support the SOP class";
                    case 0x0119 -> "the instance is of another SOP class";
                    case 0x0120 -> "an attribute that it needs was not sent";
                    case 0x0124 -> "not authorized; have our AE title allowed there";
                    case 0x0210 -> "a message was sent twice";
                    case 0x0211 -> "it does not support the operation";
                    case 0x0213, 0xA700, 0xA701, 0xA702 -> "it is out of resources; is its disk full?";
                    case 0xA801 -> "it does not know the destination AE title; have ours entered there with our port";
                    case 0xA900 -> "the data set does not match the SOP class";
                    default -> status >> 8 == 0xA9 ? "the data set does not match the SOP class" : otherwise(status);
                };
        return known + String.format(" (%04X)", status);
    }

    /** What N-services of the unified procedure step add (PS3.4 CC.2.1 to CC.2.7). */
    static String workitemStatus(int status) {
        String known =
                switch (status) {
                    case 0xC300 -> "the workitem can no longer be changed";
                    case 0xC301 -> "another station works on the workitem; refresh the list";
                    case 0xC302 -> "the workitem is IN PROGRESS already; refresh the list";
                    case 0xC303 -> "a workitem becomes SCHEDULED only when it is created";
                    case 0xC304 -> "the workitem does not yet hold what its end needs";
                    case 0xC307 -> "it has no such workitem; refresh the list";
                    case 0xC308 -> "it does not know our AE title; have it entered there";
                    case 0xC309 -> "a new workitem must be SCHEDULED";
                    case 0xC310 -> "the workitem is not IN PROGRESS; claim it first";
                    case 0xC311 -> "the workitem is COMPLETED already";
                    case 0xC312 -> "who performs the workitem cannot be reached";
                    case 0xC313 -> "who performs the workitem does not cancel it";
                    case 0xC314 -> "the action does not fit this workitem";
                    case 0xC315 -> "it does not send events";
                    default -> "";
                };
        return known.isEmpty() ? status(status) : known + String.format(" (%04X)", status);
    }

    private static String otherwise(int status) {
        return status >> 12 == 0xC ? "it cannot process what was sent; its log says why" : "its log says why";
    }
}
