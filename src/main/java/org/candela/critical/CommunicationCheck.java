package org.candela.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.candela.critical.CriticalTerms.Mention;

/**
 * Whether a report and the records of what was told say the same. Pure.
 *
 * @param loops all about the study of the report
 */
// [impl->req~critical.sign-check~1]
public record CommunicationCheck(CriticalPolicy policy, List<CriticalLoop> loops) {
    private static final Pattern TOLD = Pattern.compile(
            "(?i)\\b(findings?|results?)\\b[^.]{0,160}\\b(discussed with|communicated to|called to|relayed to|conveyed to)\\b");

    /** The form of {@link ReportSentence}. */
    private static final Pattern MADE = Pattern.compile("Findings \\([^)]*, identified at ");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What does not fit. */
    public enum Kind {
        /** A finding of the list is affirmed and nobody was told, nor begun to be. */
        TERM_WITHOUT_RECORD,
        /** Somebody still has to be told. */
        STILL_OPEN,
        /** The record of what was told does not stand in the report as it is. */
        SENTENCE_MISSING,
        /** A sentence as a record makes it, of no record about this study: of a former one, or of another patient. */
        SENTENCE_OF_ANOTHER,
        /** The report says in other words that somebody was told, and no record says so. */
        SENTENCE_WITHOUT_RECORD
    }

    /**
     * One of these.
     *
     * @param finding which; blank where the report alone says so
     * @param words what is wrong and what to do, for the reader
     */
    public record Lack(Kind kind, String finding, String words) {}

    public CommunicationCheck {
        loops = loops.stream()
                .filter(loop -> loop.state() != CriticalLoop.State.WITHDRAWN)
                .toList();
    }

    /** What the report with this text lacks; empty where both say the same. */
    public List<Lack> of(String text) {
        List<Lack> lacks = new ArrayList<>();
        String rest = SPACE.matcher(text).replaceAll(" ");
        for (CriticalLoop loop : loops) {
            String sentence = ReportSentence.of(loop, policy.zone()).orElse("");
            if (sentence.isEmpty()) {
                lacks.add(new Lack(
                        Kind.STILL_OPEN,
                        loop.finding(),
                        "The critical result \"" + loop.finding()
                                + "\" is open: nobody there was told. Call, then close it."));
            } else if (rest.contains(sentence)) {
                rest = rest.replace(sentence, " ");
            } else {
                lacks.add(new Lack(
                        Kind.SENTENCE_MISSING,
                        loop.finding(),
                        "What was told of \"" + loop.finding()
                                + "\" does not stand in the report as its record says. Insert the sentence again."));
            }
        }
        if (MADE.matcher(rest).find()) {
            lacks.add(
                    new Lack(
                            Kind.SENTENCE_OF_ANOTHER,
                            "",
                            "The report has a sentence on a communication as no record about this study says it. Take it out, or insert it again."));
        } else if (TOLD.matcher(rest).find()) {
            lacks.add(
                    new Lack(
                            Kind.SENTENCE_WITHOUT_RECORD,
                            "",
                            "The report says that somebody was told, and there is no record that says so. Record it, or take the words out."));
        }
        lacks.addAll(unrecorded(rest));
        return List.copyOf(lacks);
    }

    private List<Lack> unrecorded(String text) {
        return CriticalTerms.in(text, policy.findings()).stream()
                .map(Mention::finding)
                .distinct()
                .filter(finding -> loops.stream().noneMatch(loop -> isAbout(loop, finding.term())))
                .map(finding -> new Lack(
                        Kind.TERM_WITHOUT_RECORD,
                        finding.term(),
                        "\"" + finding.term() + "\" is a critical finding of this facility (category "
                                + finding.category().words() + ") and no communication is recorded."))
                .toList();
    }

    /** Of the same words, or of some of them: who told of a tension pneumothorax told of the pneumothorax. */
    private static boolean isAbout(CriticalLoop loop, String term) {
        String told = loop.finding().toLowerCase(Locale.ROOT);
        return told.contains(term) || term.contains(told);
    }
}
