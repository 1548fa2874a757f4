package org.candela.order;

/** By which way a facility told of an order; what comes first is believed first where two tell different things. */
public enum OrderSource {
    /** A unified procedure step (PS3.4 CC). */
    WORKITEM("workitem"),
    /** An HL7 v2 message. */
    MESSAGE("order message"),
    /** A modality worklist (PS3.4 K). */
    SCHEDULE("modality worklist");

    private final String word;

    OrderSource(String word) {
        this.word = word;
    }

    /** As it is said to a reader. */
    public String word() {
        return word;
    }
}
