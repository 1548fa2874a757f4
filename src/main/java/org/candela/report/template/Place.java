package org.candela.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in brackets where the reader still has to say something, or to pick: {@code [size]}, {@code [small|large]}.
 *
 * @param start of the opening bracket
 * @param end behind the closing bracket
 * @param options of a pick list; empty for a place to write in
 */
public record Place(int start, int end, List<String> options) {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");

    public Place {
        options = List.copyOf(options);
    }

    /** All places of a text, in order. */
    public static List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = BRACKETS.matcher(text);
        while (matcher.find()) {
            String inside = matcher.group(1);
            List<String> options = inside.contains("|")
                    ? List.of(inside.split("\\|", -1)).stream()
                            .map(String::strip)
                            .toList()
                    : List.of();
            places.add(new Place(matcher.start(), matcher.end(), options));
        }
        return places;
    }
}
