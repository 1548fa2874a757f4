package org.candela.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.critical.CriticalPolicy.NamedFinding;

/**
 * Which findings of a list a text affirms. A sentence that denies one ({@code No pneumothorax}), or tells of one that went
 * ({@code resolved pneumothorax}), does not.
 */
// [impl->req~critical.terms~1]
public final class CriticalTerms {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;:!?])\\s+|\\R+|\\bbut\\b|\\bhowever\\b");
    /** A denial reaches to the end of its clause. */
    private static final Pattern DENIAL = Pattern.compile(
            "\\b(no|not|without|negative for|absence of|free of|ruled out|rule out|denies|excluded|unlikely)\\b");

    private static final Pattern GONE = Pattern.compile("\\b(resolved|no longer|history of|prior|previous)\\b");
    private static final Pattern DENIED_AFTER =
            Pattern.compile("^[^,;.]{0,40}\\b(is|are|was|were)\\s+(not|excluded|ruled out|absent|unlikely)\\b");

    private CriticalTerms() {}

    /** A finding that is affirmed, and where its words begin in the text. */
    public record Mention(NamedFinding finding, int from) {}

    /** The findings that {@code text} affirms, in its order, the longest where one holds another. */
    public static List<Mention> in(String text, List<NamedFinding> findings) {
        List<Mention> mentions = new ArrayList<>();
        int from = 0;
        Matcher breaks = SENTENCE.matcher(text);
        while (breaks.find()) {
            sentence(text, from, breaks.start(), findings, mentions);
            from = breaks.end();
        }
        sentence(text, from, text.length(), findings, mentions);
        return List.copyOf(mentions);
    }

    private static void sentence(
            String text, int from, int until, List<NamedFinding> findings, List<Mention> mentions) {
        String sentence = text.substring(from, until).toLowerCase(Locale.ROOT);
        List<Mention> found = new ArrayList<>();
        for (NamedFinding finding : findings) {
            Matcher words = Pattern.compile("\\b" + Pattern.quote(finding.term()) + "(s|es)?\\b")
                    .matcher(sentence);
            while (words.find()) {
                if (isAffirmed(sentence, words.start(), words.end())) {
                    found.add(new Mention(finding, from + words.start()));
                }
            }
        }
        found.stream()
                .filter(mention -> found.stream().noneMatch(other -> holds(other, mention)))
                .sorted(Comparator.comparingInt(Mention::from))
                .forEach(mentions::add);
    }

    private static boolean holds(Mention outer, Mention inner) {
        int end = inner.from() + inner.finding().term().length();
        int outerEnd = outer.from() + outer.finding().term().length();
        boolean isLonger =
                outer.finding().term().length() > inner.finding().term().length();
        return isLonger && outer.from() <= inner.from() && end <= outerEnd;
    }

    private static boolean isAffirmed(String sentence, int from, int until) {
        String before = sentence.substring(0, from);
        return !DENIAL.matcher(before).find()
                && !GONE.matcher(before).find()
                && !DENIED_AFTER.matcher(sentence.substring(until)).find();
    }
}
