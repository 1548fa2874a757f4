package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candela.report.SignFinding;
import org.candela.report.TextSpan;
import org.candela.report.check.Mention.Stance;

/**
 * A critical finding that the report affirms has been told to somebody, and there is a record of it. What is old, denied or
 * only spoken of is not critical.
 */
// [impl->req~report.sign-critical-untold~1]
final class CriticalRule implements SignRule {
    private static final List<Term> TERMS = Table.rows("critical-terms.tsv", 3).stream()
            .map(row -> new Term(row.get(0), row.get(1), Pattern.compile("\\b(?:" + row.get(2) + ")\\b")))
            .toList();
    private static final Pattern CHRONIC =
            Pattern.compile("\\b(?:chronic|old|remote|resolved|stable|unchanged|lacunar)\\b");

    private record Term(String category, String name, Pattern words) {}

    @Override
    public String id() {
        return "sign.critical-untold";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<Sentence> sentences = Stream.of(Part.FINDINGS, Part.IMPRESSION)
                .flatMap(part -> text.sentences(part).stream())
                .toList();
        List<String> told = text.context().facts().findingsTold().stream()
                .map(finding -> finding.toLowerCase(Locale.ROOT))
                .toList();
        return TERMS.stream()
                .filter(term -> !isTold(term, sentences, told))
                .flatMap(term -> untold(term, sentences, told))
                .distinct()
                .toList();
    }

    private Stream<SignFinding> untold(Term term, List<Sentence> sentences, List<String> told) {
        return sentences.stream()
                .flatMap(sentence -> affirmed(term, sentence))
                .filter(words -> told.stream().noneMatch(finding -> Prose.shareAWord(finding, words.text())))
                .limit(1)
                .map(words -> warn(
                        words.sentence(),
                        words.span(),
                        "Critical (" + term.name() + ", category " + term.category()
                                + "): nobody is on record as told. Call, record who was told, and sign then."));
    }

    /** Told by name, or in one sentence of the report with what was told: a ruptured ectopic pregnancy and its bleeding. */
    private static boolean isTold(Term term, List<Sentence> sentences, List<String> told) {
        return told.stream()
                .anyMatch(finding -> isOf(term, finding)
                        || sentences.stream()
                                .filter(sentence -> sentence.has(term.words()))
                                .anyMatch(sentence -> Prose.shareAWord(finding, sentence.text())));
    }

    private static boolean isOf(Term term, String finding) {
        return term.words().matcher(finding).find() || Prose.shareAWord(term.name(), finding);
    }

    private record Words(Sentence sentence, String text, TextSpan span) {}

    private static Stream<Words> affirmed(Term term, Sentence sentence) {
        if (sentence.has(term.words())) {
            return affirmed(term, sentence.text())
                    .map(found -> new Words(sentence, found.group(), sentence.span(found.start(), found.end())));
        }
        return sentence.asAnswer().stream()
                .flatMap(answer -> affirmed(term, answer))
                .map(found -> new Words(sentence, found.group(), sentence.whole()));
    }

    private static Stream<MatchResult> affirmed(Term term, String text) {
        return term.words()
                .matcher(text)
                .results()
                .filter(found -> StanceReader.stance(text, found.start(), found.end()) == Stance.AFFIRMED)
                .filter(found ->
                        !CHRONIC.matcher(text.substring(0, found.end())).find());
    }
}
