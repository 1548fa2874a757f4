package org.candela.message;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * A message as it is kept.
 *
 * @param id of this workstation
 * @param opened when and by whom; empty while it is unread
 */
public record FacilityMessage(long id, Told told, Instant receivedAt, Optional<Opened> opened) {
    /** How it came. */
    public enum Kind {
        /** Notes of an order (NTE). */
        ORDER_NOTE("note on an order"),
        /** A document sent to be read (MDM). */
        DOCUMENT("document"),
        /** Written down here, as after a call. */
        ENTERED("entered here");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is said to a reader. */
        public String word() {
            return word;
        }
    }

    /**
     * What was said.
     *
     * @param sender who said it, as far as the facility tells; may be blank
     * @param about what it is about
     * @param text lines end with LF
     */
    public record Told(FacilityId facility, Kind kind, String sender, About about, String text) {
        /** Longest text that is kept, in characters. */
        public static final int LONGEST = 100_000;

        public Told {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a message has 1 to " + LONGEST + " characters, not " + text.length());
            }
        }

        @Override
        public String toString() {
            return "Told[" + facility + " " + kind + "]";
        }
    }

    /**
     * What a message is about; all may be absent where it is about the facility as such.
     *
     * @param accession Accession Number; may be blank
     */
    public record About(Optional<Uid> study, String accession) {
        /** Nothing in particular. */
        public static final About FACILITY = new About(Optional.empty(), "");

        /** Whether it is about the study with these numbers. */
        public boolean isAbout(Uid uid, String number) {
            return study.map(uid::equals).orElse(!accession.isBlank() && accession.equals(number));
        }
    }

    /** When it was opened, and by whom. */
    public record Opened(Instant at, String reader) {}

    /** Whether nobody has opened it yet. */
    public boolean isUnread() {
        return opened.isEmpty();
    }
}
