package org.candela.delivery.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Consignment;
import org.candela.delivery.Door;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.StoreResult;
import org.candela.net.web.WebException;

/** Objects by STOW-RS (PS3.18 §10.5): 200 is kept; what 202 or 409 say of our object decides. */
// [impl->req~delivery.stow~1]
final class StowSending implements ObjectSending {
    /** Out of resources, and processing failures, pass; PS3.18 Table I.2-1. */
    private static final Set<Integer> PASSING = Set.of(0x0110, 0);

    private static final int OUT_OF_RESOURCES = 0xA7;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER = 500;

    private final Door<DicomWebClient> door;

    StowSending(Door<DicomWebClient> door) {
        this.door = door;
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Path file) throws CandelaException {
        DicomWebClient client = door.open(ticket.facility(), ticket.channel());
        return answer(client.store(List.of(file), new Cancellation()));
    }

    private static Answer answer(StoreResult result) {
        if (result.isComplete() && !result.stored().isEmpty()) {
            String changed =
                    result.warned().stream().map(StoreResult.Failed::text).collect(Collectors.joining(", "));
            return Answer.accepted(changed, "STOW-RS stored " + result.stored());
        }
        if (result.failed().isEmpty()) {
            return Answer.of(Answer.Kind.ERROR, "the archive said nothing of the object");
        }
        StoreResult.Failed failed = result.failed().get(0);
        boolean isPassing = PASSING.contains(failed.reason()) || failed.reason() >>> 8 == OUT_OF_RESOURCES;
        return Answer.of(
                isPassing ? Answer.Kind.ERROR : Answer.Kind.REJECTED,
                String.format("not stored: %s (%04X)", failed.text(), failed.reason()));
    }

    @Override
    public Answer.Kind failed(CandelaException failure) {
        if (!(failure instanceof WebException web)) {
            return Answer.Kind.UNSENT;
        }
        int status = web.status().orElse(0);
        boolean isLasting = status >= BAD_REQUEST
                && status < SERVER
                && !Set.of(UNAUTHORIZED, FORBIDDEN, TOO_MANY, REQUEST_TIMEOUT).contains(status);
        return status == 0 ? Answer.Kind.NONE : isLasting ? Answer.Kind.REJECTED : Answer.Kind.ERROR;
    }
}
