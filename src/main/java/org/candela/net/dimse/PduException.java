package org.candela.net.dimse;

/** Bytes that are no PDU of PS3.8 §9.3; carries the answer: A-ABORT with the reason of Table 9-26, or a rejection. */
final class PduException extends Exception {
    private static final long serialVersionUID = 1L;
    static final int UNRECOGNIZED_PDU = 1;
    static final int UNEXPECTED_PDU = 2;
    static final int INVALID_PARAMETER = 6;
    private static final int PROVIDER = 2;
    private final transient Pdu answer;

    PduException(int reason, String message) {
        this(new Pdu.Abort(PROVIDER, reason), message);
    }

    /** A request that is well formed and cannot be met. */
    PduException(Pdu.AssociateReject reject, String message) {
        this((Pdu) reject, message);
    }

    private PduException(Pdu answer, String message) {
        super(message);
        this.answer = answer;
    }

    Pdu answer() {
        return answer;
    }
}
