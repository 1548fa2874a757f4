package org.candela.net.web;

/** State of a unified procedure step (PS3.4 CC.1.1). */
public enum UpsState {
    SCHEDULED("SCHEDULED"),
    IN_PROGRESS("IN PROGRESS"),
    COMPLETED("COMPLETED"),
    CANCELED("CANCELED");

    private final String term;

    UpsState(String term) {
        this.term = term;
    }

    /** The defined term of Procedure Step State (0074,1000). */
    public String term() {
        return term;
    }

    static java.util.Optional<UpsState> of(String term) {
        for (UpsState state : values()) {
            if (state.term.equals(term)) {
                return java.util.Optional.of(state);
            }
        }
        return java.util.Optional.empty();
    }
}
