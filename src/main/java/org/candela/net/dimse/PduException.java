package org.candela.net.dimse;

/** Bytes that are no PDU of PS3.8 §9.3; carries the reason for A-ABORT (Table 9-26). */
final class PduException extends Exception {
    private static final long serialVersionUID = 1L;
    static final int UNRECOGNIZED_PDU = 1;
    static final int UNEXPECTED_PDU = 2;
    static final int INVALID_PARAMETER = 6;
    private final int reason;

    PduException(int reason, String message) {
        super(message);
        this.reason = reason;
    }

    int reason() {
        return reason;
    }
}
