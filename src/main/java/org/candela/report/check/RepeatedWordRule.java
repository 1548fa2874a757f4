package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignFinding;

/** A word said twice: where one of the two stands for another ({@code left left}), the report is wrong. */
// [impl->req~report.sign-repeated-word~1]
final class RepeatedWordRule implements SignRule {
    private static final Pattern TWICE = Pattern.compile("\\b([a-z]{2,})\\s+\\1\\b");
    private static final List<String> MAY_REPEAT = List.of("that", "had", "vs");

    @Override
    public String id() {
        return "sign.repeated-word";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<SignFinding> findings = new ArrayList<>();
        for (Part part : Part.values()) {
            for (Sentence sentence : text.sentences(part)) {
                Matcher twice = TWICE.matcher(sentence.text());
                while (twice.find()) {
                    if (!MAY_REPEAT.contains(twice.group(1))) {
                        findings.add(warn(
                                sentence,
                                sentence.span(twice.start(), twice.end()),
                                "\"" + twice.group()
                                        + "\": a word stands twice; delete it, or put the one that was meant."));
                    }
                }
            }
        }
        return List.copyOf(findings);
    }
}
