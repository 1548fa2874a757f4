package org.candela.report.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A side of the body. */
enum Side {
    LEFT,
    RIGHT;

    /**
     * Names in which a side tells one structure from another and not one of a pair: chambers and vessels of the heart, lobes
     * of the liver, quadrants, vessels that have no fellow, and directions.
     */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:left|right)(?:[- ]sided)? (?:heart|atri\\w+|ventric\\w+|main coronary"
                    + "|anterior descending|circumflex|coronary|bundle|portal|gastric|hepatic|lobe of the liver|lobe of liver|colon|colic|hemicolon"
                    + "|(?:upper|lower) quadrant|lateral decubitus|lateral view|handed|subclavian line|internal jugular|iliac fossa|aortic arch"
                    + "|inferior vena cava|hemidiaphragm|side down|to left|common femoral (?:approach|retrograde|access|arterial))"
                    + "|left[- ]to[- ]right|right[- ]to[- ]left|rightward|leftward|right away|to the (?:left|right)|aberrant left subclavian artery"
                    + "|distal to the left subclavian artery|retroaortic left renal vein|lobe of the liver");

    private static final Pattern WORD =
            Pattern.compile("\\b(left|right|bilateral(?:ly)?|both|either|lt|rt|neither|each)(?:[- ]?sided)?\\b");

    /** {@code text} of the same length without sides that belong to names. */
    static String withoutNames(String text) {
        Matcher names = NAME.matcher(text);
        return names.replaceAll(match -> "_".repeat(match.group().length()));
    }

    /** The sides that a text names, as far as they are sides of a pair. */
    static Set<Side> in(String text) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        WORD.matcher(withoutNames(text)).results().map(Side::of).forEach(sides::addAll);
        return sides;
    }

    /** The side named nearest to a stretch of a sentence: within its clause, before it rather than after it. */
    static Set<Side> near(String sentence, int from, int to) {
        String clean = withoutNames(sentence);
        int clauseStart = Clause.start(clean, from);
        int clauseEnd = Clause.end(clean, to);
        MatchResult nearest = null;
        int distance = Integer.MAX_VALUE;
        for (MatchResult word :
                WORD.matcher(clean.substring(clauseStart, clauseEnd)).results().toList()) {
            int start = clauseStart + word.start();
            int away = start < from ? from - start : start - to + 1;
            if (away < distance) {
                distance = away;
                nearest = word;
            }
        }
        return nearest == null ? EnumSet.noneOf(Side.class) : of(nearest);
    }

    private static Set<Side> of(MatchResult word) {
        return switch (word.group(1)) {
            case "left", "lt" -> EnumSet.of(LEFT);
            case "right", "rt" -> EnumSet.of(RIGHT);
            default -> EnumSet.allOf(Side.class);
        };
    }

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    String word() {
        return this == LEFT ? "left" : "right";
    }
}
