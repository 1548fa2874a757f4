package org.candela.facility;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What words for urgency mean, on one scale: those of the standards, and over them what a facility means by a word.
 *
 * <p>Words are compared without regard to case and to spaces around them.
 *
 * @param own what a facility means, by its word in capitals; {@code HIGH -> STAT} holds wherever the facility says HIGH
 */
// [impl->req~facility.priority-words~1]
public record PriorityWords(Map<String, ReadingPriority> own) {
    /** The standards' meanings alone. */
    public static final PriorityWords STANDARD = new PriorityWords(Map.of());

    /** Whose word it is: the same word means different things in different standards. */
    public enum Vocabulary {
        /** Requested Procedure Priority (0040,1003), PS3.3 C.4.11: STAT, HIGH, ROUTINE, MEDIUM, LOW. */
        DICOM(Map.of(
                "STAT", ReadingPriority.STAT,
                "HIGH", ReadingPriority.URGENT,
                "ROUTINE", ReadingPriority.ROUTINE,
                "MEDIUM", ReadingPriority.ROUTINE,
                "LOW", ReadingPriority.ROUTINE)),
        /** Scheduled Procedure Step Priority (0074,1200) of a workitem, PS3.3 C.30.1, where HIGH is as a STAT request. */
        UPS(Map.of(
                "HIGH", ReadingPriority.STAT,
                "MEDIUM", ReadingPriority.URGENT,
                "LOW", ReadingPriority.ROUTINE)),
        /** Table 0485 of OBR-27.6 and TQ1-9: stat, as soon as possible, routine, preoperative, timing critical, callback. */
        HL7(Map.of(
                "S", ReadingPriority.STAT,
                "A", ReadingPriority.URGENT,
                "P", ReadingPriority.URGENT,
                "T", ReadingPriority.URGENT,
                "C", ReadingPriority.URGENT,
                "R", ReadingPriority.ROUTINE)),
        /** ServiceRequest.priority. */
        FHIR(Map.of(
                "STAT", ReadingPriority.STAT,
                "ASAP", ReadingPriority.URGENT,
                "URGENT", ReadingPriority.URGENT,
                "ROUTINE", ReadingPriority.ROUTINE));

        @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
        private final Map<String, ReadingPriority> meanings;

        Vocabulary(Map<String, ReadingPriority> meanings) {
            this.meanings = meanings;
        }
    }

    public PriorityWords {
        Map<String, ReadingPriority> capitals = new HashMap<>();
        own.forEach((word, priority) -> capitals.put(inCapitals(word), priority));
        if (capitals.containsKey("")) {
            throw new IllegalArgumentException("a word for a priority is empty");
        }
        own = Map.copyOf(capitals);
    }

    /** What {@code word} means at this facility; empty when nobody says, and for no word. */
    public Optional<ReadingPriority> meaning(Vocabulary vocabulary, String word) {
        String capitals = inCapitals(word);
        return Optional.ofNullable(own.get(capitals)).or(() -> Optional.ofNullable(vocabulary.meanings.get(capitals)));
    }

    /** The same, where {@code word} means {@code priority}. */
    public PriorityWords with(String word, ReadingPriority priority) {
        Map<String, ReadingPriority> more = new HashMap<>(own);
        more.put(inCapitals(word), priority);
        return new PriorityWords(more);
    }

    private static String inCapitals(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }
}
