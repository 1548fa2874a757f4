package org.candela.dictation.language;

import java.util.List;

/**
 * A word that a reader or a facility added.
 *
 * @param text as it is to be written, one word
 * @param soundsLike how it sounds, in common words ({@code new moe thorax}); empty: as its letters say
 * @param kind after which words it is expected
 */
public record AddedWord(String text, String soundsLike, Kind kind) {
    public AddedWord {
        text = text.strip();
        soundsLike = soundsLike.strip();
        if (text.isEmpty() || text.contains(" ") || ReportModel.isOfCommand(text) || text.startsWith("<")) {
            throw new IllegalArgumentException("an added word is one word");
        }
    }

    /** What a word names. */
    public enum Kind {
        /** A word of reports. */
        TERM,
        /** Part of the name of a doctor. */
        PERSON,
        /** Part of the name of a facility. */
        FACILITY
    }

    /** Sentences that it is expected in beside all others. */
    List<List<String>> contexts() {
        return switch (kind) {
            case TERM -> List.of();
            case PERSON ->
                List.of(
                        List.of("findings", "were", "discussed", "with", "doctor", text),
                        List.of("results", "were", "called", "to", "doctor", text, "by", "telephone"),
                        List.of("doctor", text));
            case FACILITY ->
                List.of(List.of("compared", "with", "the", "prior", "study", "from", text), List.of("at", text));
        };
    }
}
