package org.candela.report.template;

import java.util.Locale;

/**
 * A text that is put in by name or shortcut. It may hold places in brackets ({@code [size]}), pick lists ({@code
 * [small|large]}), what is known of patient and order ({@code {{patient age}}}) and other macros ({@code {{macro:name}}}).
 *
 * @param name as it is said
 * @param shortcut what is typed for it, at least {@value #SHORTEST_SHORTCUT} characters; empty where there is none
 * @param text not blank
 * @param use for which studies it is offered
 */
public record Macro(String name, String shortcut, String text, TemplateUse use, Holder holder) {
    /** Characters that a shortcut has at least: one alone would be typed by chance. */
    public static final int SHORTEST_SHORTCUT = 2;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 20_000;

    public Macro {
        name = name.strip().replaceAll("\\s+", " ");
        shortcut = shortcut.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a macro's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (!shortcut.isEmpty() && !shortcut.matches("[\\p{L}\\p{N}.]{" + SHORTEST_SHORTCUT + ",20}")) {
            throw new IllegalArgumentException("a shortcut has " + SHORTEST_SHORTCUT
                    + " to 20 letters, digits or full stops, not \"" + shortcut + "\"");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a macro's text has 1 to " + LONGEST_TEXT + " characters");
        }
    }

    /** The name as it is compared. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
