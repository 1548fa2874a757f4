package org.candela.critical;

import java.time.Instant;

/**
 * That somebody there knows: who was told, when and how, and whether it was read back. With the finding and the time of its
 * identification, which the loop has, and who told, which is who entered it, these are the six items of the ACR practice
 * parameter on communication (revised 2020).
 *
 * @param receiver name of the person
 * @param role of that person; may be blank
 * @param receivedAt when that person received it
 * @param readBack whether it was read back
 * @param notes may be blank; where it was not read back, why
 */
// [impl->req~critical.six-items~1]
public record Communication(
        String receiver,
        String role,
        String toldBy,
        Method method,
        Instant receivedAt,
        ReadBack readBack,
        String notes) {
    static final int LONGEST = 1_000;

    /** How it was told. There is no secure messaging here: what was sent by another program is written down as such. */
    public enum Method {
        TELEPHONE("by telephone"),
        IN_PERSON("in person"),
        VIDEO_CALL("by video call"),
        /** Sent by a program that is not this one; asks for a receipt by its receiver. */
        OTHER_MESSAGING("by secure message of another system");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /** As the report says it. */
        public String words() {
            return words;
        }
    }

    /** Whether the receiver read the finding back. */
    public enum ReadBack {
        READ_BACK,
        NOT_READ_BACK
    }

    public Communication {
        requireWords("who received it", receiver);
        requireWords("who told it", toldBy);
        if (role.length() > LONGEST || notes.length() > LONGEST || hasBreak(role)) {
            throw new IllegalArgumentException("a role is one line, and notes have at most " + LONGEST + " letters");
        }
        if (readBack == ReadBack.NOT_READ_BACK && notes.isBlank()) {
            throw new IllegalArgumentException("where it was not read back the notes say why");
        }
        receiver = receiver.strip();
        role = role.strip();
        notes = notes.strip();
    }

    /** Who received it, with the role. */
    public String who() {
        return role.isEmpty() ? receiver : receiver + ", " + role;
    }

    private static void requireWords(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST || hasBreak(text)) {
            throw new IllegalArgumentException(what + " has to be said, on one line");
        }
    }

    private static boolean hasBreak(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
