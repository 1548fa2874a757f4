package org.candela.delivery;

import java.util.List;

/**
 * How one attempt to send ended.
 *
 * @param words for the reader: the facility's own, or what went wrong; never logged
 * @param received the acknowledgement as it came; empty unless {@link Kind#ACCEPTED}
 * @param late acceptances of other messages that came along
 */
public record Answer(Kind kind, String words, String received, List<Late> late) {
    public Answer {
        late = List.copyOf(late);
    }

    /** The facility has it, and said so with {@code received}. */
    public static Answer accepted(String words, String received) {
        return new Answer(Kind.ACCEPTED, words, received, List.of());
    }

    /** Anything but an acceptance. */
    public static Answer of(Kind kind, String words) {
        return new Answer(kind, words, "", List.of());
    }

    /** The same, with acceptances of others. */
    public Answer with(List<Late> others) {
        return others.isEmpty() ? this : new Answer(kind, words, received, others);
    }

    /** The acceptance of a message that nobody waits for any more. */
    public record Late(String controlId, String received) {}

    /** What an answer means for the message. */
    public enum Kind {
        /** The facility has it. */
        ACCEPTED,
        /** The facility could not process it, perhaps only now (HL7 AE or CE). */
        ERROR,
        /** The facility does not take this message; sending it again as it is is of no use (HL7 AR or CR). */
        REJECTED,
        /** No answer to our message: not connected, too late, cut off or unreadable. */
        NONE,
        /** It was not sent, and will not be until somebody changes something here. */
        UNSENT
    }
}
