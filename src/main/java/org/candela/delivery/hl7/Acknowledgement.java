package org.candela.delivery.hl7;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an HL7 acknowledgement says: the code (MSA-1), the id of the message it answers (MSA-2), its words (MSA-3, ERR).
 *
 * <p>Read by hand and leniently: peers send acknowledgements of every version with every deviation, and a refusal that
 * cannot be parsed must still be shown.
 */
record Acknowledgement(String code, String controlId, String words) {
    private static final Pattern SEGMENT_END = Pattern.compile("[\\r\\n]+");
    private static final int SEPARATOR_AT = 3;

    /** Reads an acknowledgement; empty when the text is none. */
    static Optional<Acknowledgement> read(String text) {
        if (!text.startsWith("MSH") || text.length() <= SEPARATOR_AT) {
            return Optional.empty();
        }
        Pattern separator = Pattern.compile(Pattern.quote(text.substring(SEPARATOR_AT, SEPARATOR_AT + 1)));
        List<List<String>> segments = SEGMENT_END
                .splitAsStream(text)
                .map(segment -> List.of(separator.split(segment, -1)))
                .toList();
        return segments.stream()
                .filter(segment -> segment.get(0).equals("MSA"))
                .findFirst()
                .map(msa -> new Acknowledgement(field(msa, 1), field(msa, 2), words(field(msa, 3), segments)));
    }

    private static String words(String text, List<List<String>> segments) {
        Stream<String> errors = segments.stream()
                .filter(segment -> segment.get(0).equals("ERR"))
                .map(segment -> String.join(" ", segment.subList(1, segment.size())));
        return Stream.concat(Stream.of(text), errors)
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String field(List<String> segment, int index) {
        return index < segment.size() ? segment.get(index).strip() : "";
    }
}
