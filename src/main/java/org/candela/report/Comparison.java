package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.report.template.TemplateSection;

/**
 * What can truly be said under Comparison: what was on the screens beside the study, and what is known and was not to be
 * had, so that who reads the report knows what it rests on.
 *
 * @param fieldId where it goes
 */
// [impl->req~report.comparison-words~1]
public record Comparison(String fieldId, String words) {
    /** Nobody reads a list of thirty; how many more there are is said. */
    private static final int MOST = 3;

    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.)\\s+|\\n");
    private static final Pattern WITHOUT = Pattern.compile("\\bnot available\\b|\\bunavailable\\b|\\bnot compared\\b");

    /** For the report on the desk; empty when its template has no place for it. */
    public static Optional<Comparison> of(SignContext context) {
        return Optional.of(context.firstFieldOf(TemplateSection.COMPARISON))
                .filter(field -> !field.isEmpty())
                .map(field -> new Comparison(field, words(context)));
    }

    /** {@code text} with these words: in place of {@code former} ones or of a denial, else below what stands there. */
    public String in(String text, String former) {
        if (!former.isEmpty() && text.contains(former)) {
            return text.replace(former, words);
        }
        if (text.contains(words)) {
            return text;
        }
        return text.isBlank() || isDenial(text) ? words : text.stripTrailing() + "\n" + words;
    }

    /** Whether the section says that there is nothing to compare with, as templates do at first. */
    public static boolean isDenial(String text) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        return said.equals("none") || said.equals("none.");
    }

    /** The sentences of a section. */
    public static List<String> sentences(String text) {
        return List.of(SENTENCE.split(text));
    }

    /** Whether a sentence says that what it names was not compared. */
    public static boolean isWithout(String sentence) {
        return WITHOUT.matcher(sentence.toLowerCase(Locale.ROOT)).find();
    }

    private static String words(SignContext context) {
        ReportedPriors priors = context.draft().study().priors();
        List<ReportedPrior> seen = priors.here().stream()
                .filter(prior -> context.studiesOnScreen().contains(prior.study()))
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!seen.isEmpty()) {
            sentences.add("Compared with " + joined(seen) + ".");
        } else if (!priors.here().isEmpty()) {
            sentences.add("Here and not compared: "
                    + listed(priors.here().stream().map(ReportedPrior::words).toList()));
        }
        List<String> away =
                away(priors, seen).map(ReportedPrior::wordsWithPlace).toList();
        if (!away.isEmpty()) {
            sentences.add("Known and not available: " + listed(away));
        }
        if (!priors.silent().isEmpty()) {
            sentences.add("Earlier examinations may exist elsewhere: " + priors.silence() + ".");
        }
        return sentences.isEmpty() ? "No earlier examination is known." : String.join(" ", sentences);
    }

    /** What could have been brought is worth a word only where nothing was compared. */
    private static Stream<ReportedPrior> away(ReportedPriors priors, List<ReportedPrior> seen) {
        return priors.away().stream()
                .filter(prior -> seen.isEmpty() || prior.whereabouts() != ReportedPrior.Whereabouts.NOT_BROUGHT);
    }

    private static String joined(List<ReportedPrior> seen) {
        List<String> words = seen.stream().map(ReportedPrior::words).toList();
        String before = String.join(", ", words.subList(0, words.size() - 1));
        return (before.isEmpty() ? "" : before + " and ") + words.get(words.size() - 1);
    }

    private static String listed(List<String> words) {
        String first = words.stream().limit(MOST).collect(Collectors.joining("; "));
        return first + (words.size() > MOST ? "; and " + (words.size() - MOST) + " more." : ".");
    }
}
