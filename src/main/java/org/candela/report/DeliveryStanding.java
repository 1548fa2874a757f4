package org.candela.report;

import java.time.Instant;

/**
 * How far one signed version is on its way to the facility by one channel.
 *
 * @param channel on which way
 * @param since when this state began; for {@link State#QUEUED} and {@link State#SENDING} when the version was signed
 * @param attempts how often it was sent
 * @param answer the facility's own words or the reason of the failure; empty when there is none; never logged
 */
public record DeliveryStanding(
        ReportId report,
        int version,
        SignatureMeaning meaning,
        Channel channel,
        State state,
        Alarm alarm,
        Instant since,
        int attempts,
        String answer) {

    /**
     * A way to the facility.
     *
     * @param name as the facility's channels are named, {@code "hl7"}
     * @param way what it travels as: {@code "HL7"}, {@code "DICOM_WEB"}
     * @param isRequired whether the report is delivered only when this channel has it
     */
    public record Channel(String name, String way, boolean isRequired) {}

    /** Where a version is. */
    public enum State {
        /** Waits for its turn, or for the next attempt. */
        QUEUED,
        /** On the wire; the answer is awaited. */
        SENDING,
        /** The facility has it and said so. */
        ACKNOWLEDGED,
        /** The facility refused it; someone must act. */
        REJECTED,
        /** Given up after many errors, or there is no address; someone must act. */
        PARKED
    }

    /** Whether the delay needs attention. */
    public enum Alarm {
        NONE,
        AMBER,
        RED
    }

    /** What the facility refuses it for; of use where {@link #needsAction}. */
    public Refusal refusal() {
        return Refusal.of(answer);
    }

    /** Whether nothing more will happen without the reader. */
    public boolean needsAction() {
        return state == State.REJECTED || state == State.PARKED;
    }
}
