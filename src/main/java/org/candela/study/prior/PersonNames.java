package org.candela.study.prior;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares names of persons as DICOM writes them (PS3.5 §6.2): up to three groups, each of five components. Pure. */
final class PersonNames {
    private static final int FAMILY = 0;
    private static final int GIVEN = 1;
    private static final int MIDDLE = 2;
    private static final int IDEOGRAPHIC = 1;

    private final Map<String, String> letters;
    private final List<Map.Entry<String, String>> folds;

    /** How alike two names are. */
    enum Likeness {
        SAME,
        SIMILAR,
        PARTLY,
        OTHER
    }

    /**
     * @param letters in Latin script, for letters of other scripts and those without a plain form
     * @param folds what is written in its place, longest first, so that ways to transliterate become one
     */
    PersonNames(Map<String, String> letters, List<Map.Entry<String, String>> folds) {
        this.letters = Map.copyOf(letters);
        this.folds = List.copyOf(folds);
    }

    Likeness compare(String one, String other) {
        List<String> groups = split(one, "=");
        List<String> others = split(other, "=");
        Likeness latin = compareGroups(at(groups, 0), at(others, 0));
        boolean isSameIdeographic = !at(groups, IDEOGRAPHIC).isBlank()
                && at(groups, IDEOGRAPHIC)
                        .strip()
                        .equals(at(others, IDEOGRAPHIC).strip());
        return latin == Likeness.OTHER && isSameIdeographic ? Likeness.SIMILAR : latin;
    }

    private Likeness compareGroups(String one, String other) {
        List<String> name = components(one);
        List<String> second = components(other);
        if (at(name, FAMILY).isEmpty()
                || at(name, GIVEN).isEmpty()
                || at(second, FAMILY).isEmpty()) {
            return Likeness.OTHER;
        }
        boolean isSame =
                at(name, FAMILY).equals(at(second, FAMILY)) && at(name, GIVEN).equals(at(second, GIVEN));
        if (isSame && isMiddleAlike(name, second)) {
            return Likeness.SAME;
        }
        return compareFolded(
                name.stream().map(this::fold).toList(),
                second.stream().map(this::fold).toList());
    }

    private static Likeness compareFolded(List<String> name, List<String> second) {
        boolean isFamily = at(name, FAMILY).equals(at(second, FAMILY));
        if (isFamily && at(name, GIVEN).equals(at(second, GIVEN))) {
            return isMiddleAlike(name, second) ? Likeness.SIMILAR : Likeness.PARTLY;
        }
        boolean isExchanged =
                at(name, FAMILY).equals(at(second, GIVEN)) && at(name, GIVEN).equals(at(second, FAMILY));
        boolean isInitial = isFamily && isInitialOf(at(name, GIVEN), at(second, GIVEN));
        return isExchanged || isInitial ? Likeness.PARTLY : Likeness.OTHER;
    }

    /** A middle name that one of them lacks, or only begins, contradicts nothing. */
    private static boolean isMiddleAlike(List<String> name, List<String> second) {
        String one = at(name, MIDDLE);
        String other = at(second, MIDDLE);
        return one.isEmpty() || other.isEmpty() || one.equals(other) || isInitialOf(one, other);
    }

    private static boolean isInitialOf(String one, String other) {
        boolean isShort = one.length() == 1 || other.length() == 1;
        return isShort && !one.isEmpty() && !other.isEmpty() && one.charAt(0) == other.charAt(0);
    }

    private List<String> components(String group) {
        return split(group, "\\^").stream().map(this::plain).toList();
    }

    /** Small Latin letters without marks; nothing else. */
    private String plain(String component) {
        String lower = component.toLowerCase(Locale.ROOT);
        String latin = lower.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letters.getOrDefault(letter, letter))
                .collect(Collectors.joining());
        return Normalizer.normalize(latin, Normalizer.Form.NFKD).replaceAll("[^a-z]", "");
    }

    private String fold(String plain) {
        String folded = plain;
        for (Map.Entry<String, String> fold : folds) {
            folded = folded.replace(fold.getKey(), fold.getValue());
        }
        return folded.replaceAll("(.)\\1+", "$1");
    }

    private static List<String> split(String text, String separator) {
        return new ArrayList<>(List.of(text.split(separator, -1)));
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
