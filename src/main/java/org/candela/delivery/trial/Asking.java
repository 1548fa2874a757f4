package org.candela.delivery.trial;

/** How far a trial of an HL7 channel goes. */
public enum Asking {
    /** A connection, and TLS; a receiver may take any message for a report. */
    CONNECTION,
    /** Also a message without patient or report, where the facility lets one. */
    PING
}
