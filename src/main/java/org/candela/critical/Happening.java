package org.candela.critical;

import java.time.Instant;

/** Something that happened to a loop. Closed: {@link HappeningJson} knows every case. */
public sealed interface Happening {
    /** What it is called in the store. */
    Kind kind();

    /** The cases. */
    enum Kind {
        OPENED,
        ATTEMPTED,
        TOLD,
        CORRECTED,
        REOPENED,
        SNOOZED,
        LEFT_OPEN,
        WITHDRAWN
    }

    /** What came of a call. */
    enum Outcome {
        NO_ANSWER("no answer"),
        BUSY("busy"),
        /** A message that was left is no communication: nobody said that it was understood. */
        MESSAGE_LEFT("message left"),
        WILL_CALL_BACK("will call back"),
        WRONG_NUMBER("wrong number"),
        /** Was reached, and told to call another. */
        CALL_ANOTHER("said to call another");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** As lists and papers say it. */
        public String words() {
            return words;
        }
    }

    /** The loop begins: the finding was seen. */
    record Opened(CriticalSubject subject, CriticalCategory category, String finding, Instant identifiedAt, int policy)
            implements Happening {
        public Opened {
            if (finding.isBlank()
                    || finding.length() > CriticalPolicy.LONGEST_WORDS
                    || finding.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "what was found is said on one line of at most " + CriticalPolicy.LONGEST_WORDS + " letters");
            }
            finding = finding.strip();
        }

        @Override
        public Kind kind() {
            return Kind.OPENED;
        }
    }

    /** Somebody was tried and did not come to know. */
    record Attempted(String who, String phone, Communication.Method method, Instant calledAt, Outcome outcome)
            implements Happening {
        public Attempted {
            if (who.isBlank()
                    || who.length() > Communication.LONGEST
                    || phone.length() > CriticalPolicy.LONGEST_WORDS) {
                throw new IllegalArgumentException("who was called has to be said");
            }
        }

        @Override
        public Kind kind() {
            return Kind.ATTEMPTED;
        }
    }

    /** Somebody there knows: the loop is closed. */
    record Told(Communication communication) implements Happening {
        @Override
        public Kind kind() {
            return Kind.TOLD;
        }
    }

    /** What was entered is put right by a new record; the former stays to be read. */
    record Corrected(Communication communication, String reason) implements Happening {
        public Corrected {
            requireReason(reason);
        }

        @Override
        public Kind kind() {
            return Kind.CORRECTED;
        }
    }

    /** What was entered did not happen, as after a wrong patient: the loop is open again. */
    record Reopened(String reason) implements Happening {
        public Reopened {
            requireReason(reason);
        }

        @Override
        public Kind kind() {
            return Kind.REOPENED;
        }
    }

    /** Silent until then; still on the list, in its colour. */
    record Snoozed(Instant until) implements Happening {
        @Override
        public Kind kind() {
            return Kind.SNOOZED;
        }
    }

    /** A shift ended with it open. */
    record LeftOpen(String reason) implements Happening {
        public LeftOpen {
            requireReason(reason);
        }

        @Override
        public Kind kind() {
            return Kind.LEFT_OPEN;
        }
    }

    /** It was opened by mistake: nobody was told, nobody has to be. */
    record Withdrawn(String reason) implements Happening {
        public Withdrawn {
            requireReason(reason);
        }

        @Override
        public Kind kind() {
            return Kind.WITHDRAWN;
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > Communication.LONGEST) {
            throw new IllegalArgumentException("a reason has to be said");
        }
    }
}
