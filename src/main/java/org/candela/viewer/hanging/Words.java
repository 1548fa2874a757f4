package org.candela.viewer.hanging;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of descriptions, upper case. */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static Stream<String> of(String text) {
        return BETWEEN.splitAsStream(text.toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    /** How many words both have. */
    static long shared(String one, String other) {
        var words = of(other).toList();
        return of(one).filter(words::contains).count();
    }
}
