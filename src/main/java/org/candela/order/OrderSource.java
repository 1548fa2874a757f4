package org.candela.order;

import java.util.Optional;
import org.candela.facility.PriorityWords;
import org.candela.facility.PriorityWords.Vocabulary;
import org.candela.facility.ReadingPriority;

/** By which way a facility told of an order; what comes first is believed first where two tell different things. */
public enum OrderSource {
    /** A unified procedure step (PS3.4 CC). */
    WORKITEM("workitem", Vocabulary.UPS, Vocabulary.DICOM),
    /** An HL7 v2 message. */
    MESSAGE("order message", Vocabulary.HL7, Vocabulary.FHIR),
    /** A modality worklist (PS3.4 K). */
    SCHEDULE("modality worklist", Vocabulary.DICOM, Vocabulary.DICOM);

    private final String word;
    private final Vocabulary own;
    /** Whose words systems write in its place: messages say STAT where the table has S. */
    private final Vocabulary other;

    OrderSource(String word, Vocabulary own, Vocabulary other) {
        this.word = word;
        this.own = own;
        this.other = other;
    }

    /** What a priority told by this way means to a facility with these words; empty where it says nothing. */
    Optional<ReadingPriority> meaning(PriorityWords words, String priority) {
        return words.meaning(own, priority).or(() -> words.meaning(other, priority));
    }

    /** As it is said to a reader. */
    public String word() {
        return word;
    }
}
