package org.candela.study;

/**
 * A study that a facility knows of, and whether it can be had.
 *
 * @param availability as the facility states it
 */
public record OfferedStudy(StudySummary study, Availability availability) {
    /** Instance Availability (0008,0056), PS3.3 C.4.23. */
    public enum Availability {
        ONLINE,
        /** On a slow medium: it comes, but not while one waits. */
        NEARLINE,
        /** Somebody must fetch it by hand. */
        OFFLINE,
        UNAVAILABLE,
        /** The facility does not say; most have it online. */
        UNTOLD;

        /** What a facility states. */
        public static Availability of(String term) {
            return switch (term) {
                case "ONLINE" -> ONLINE;
                case "NEARLINE" -> NEARLINE;
                case "OFFLINE" -> OFFLINE;
                case "UNAVAILABLE" -> UNAVAILABLE;
                default -> UNTOLD;
            };
        }

        /** Whether it is worth asking for while a reader waits. */
        public boolean isAtHand() {
            return this == ONLINE || this == UNTOLD;
        }
    }
}
