package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignContext;
import org.candela.report.TextSpan;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * One sentence of a report.
 *
 * @param label name of the field it stands in, which is read with it; empty for the free text of a section
 * @param start first character of the sentence in the field's text
 * @param text in lower case
 */
record Sentence(Part part, String fieldId, String label, int start, String text) {
    private static final Pattern NOTHING =
            Pattern.compile("none|nil|no|negative|absent|not (?:seen|present|identified|evident)");
    private static final Pattern MARKS_AT_END = Pattern.compile("[.;!?\\s]+$");
    private static final int WORDS_OF_AN_ANSWER = 6;
    private static final Pattern END = Pattern.compile("(?<!\\b(?:dr|vs|no|approx)\\.)(?<=[.;!?])\\s+|\\R+");

    /** The sentences of one part of a report, in its order. */
    static List<Sentence> of(SignContext context, Part part) {
        List<Sentence> sentences = new ArrayList<>();
        for (TemplateSection section : context.template().sections()) {
            if (Part.of(section.name()) == part) {
                section.fields().forEach(field -> add(part, field, context, sentences));
            }
        }
        return sentences;
    }

    private static void add(Part part, TemplateField field, SignContext context, List<Sentence> sentences) {
        String text = context.draft().text(field.id()).toLowerCase(Locale.ROOT);
        String label = field.name().toLowerCase(Locale.ROOT);
        int from = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            add(new Sentence(part, field.id(), label, from, text.substring(from, end.start())), sentences);
            from = end.end();
        }
        add(new Sentence(part, field.id(), label, from, text.substring(from)), sentences);
    }

    private static void add(Sentence sentence, List<Sentence> sentences) {
        if (!sentence.text.isBlank()) {
            sentences.add(sentence);
        }
    }

    /**
     * What a short answer in a field comes to: {@code Small right} in the field {@code Pleural effusion} is a small right pleural
     * effusion, and {@code None} is no pleural effusion. Empty for prose, and where a field has no name.
     */
    Optional<String> asAnswer() {
        String answer = MARKS_AT_END.matcher(text.strip()).replaceAll("");
        if (start != 0 || label.isEmpty() || answer.split("\\s+").length > WORDS_OF_AN_ANSWER) {
            return Optional.empty();
        }
        return Optional.of((NOTHING.matcher(answer).matches() ? "no" : answer) + " " + label);
    }

    /** As a message repeats it: an answer with the name of its field. */
    String told() {
        return asAnswer().isPresent() ? label + ": " + text.strip() : text;
    }

    /** Where a stretch of this sentence stands in the text of its field. */
    TextSpan span(int from, int to) {
        return new TextSpan(start + from, start + to);
    }

    TextSpan whole() {
        return span(0, text.length());
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }
}
