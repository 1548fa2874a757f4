package org.candela.delivery;

/**
 * How one attempt to send ended.
 *
 * @param words for the reader: the facility's own, or what went wrong; never logged
 * @param received the acknowledgement as it came; empty unless {@link Kind#ACCEPTED}
 */
public record Answer(Kind kind, String words, String received) {
    static Answer accepted(Acknowledgement acknowledgement, String received) {
        return new Answer(Kind.ACCEPTED, acknowledgement.words(), received);
    }

    static Answer of(Kind kind, String words) {
        return new Answer(kind, words, "");
    }

    /** What an answer means for the message. */
    public enum Kind {
        /** AA or CA for our id: the facility has it. */
        ACCEPTED,
        /** AE or CE: the facility could not process it, perhaps only now. */
        ERROR,
        /** AR or CR: the facility does not take this message; sending it again is of no use. */
        REJECTED,
        /** No answer to our message: not connected, too late, cut off or unreadable. */
        NONE
    }
}
