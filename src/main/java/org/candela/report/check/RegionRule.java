package org.candela.report.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.report.SignFinding;

/** Words that only templates of another part of the body hold: text that was left from another report. */
// [impl->req~report.sign-other-body-part~1]
final class RegionRule implements SignRule {
    private static final Pattern BESIDE =
            Pattern.compile("\\b(?:compar\\w*|history|prior|status post|transplant|metasta\\w*)\\b");

    @Override
    public String id() {
        return "sign.other-body-part";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        Set<String> seen = seen(text);
        if (seen.isEmpty()) {
            return List.of();
        }
        List<Region> elsewhere = Region.all().stream()
                .filter(region -> !seen.contains(region.name()))
                .toList();
        return Stream.of(Part.FINDINGS, Part.IMPRESSION)
                .flatMap(part -> text.sentences(part).stream())
                .filter(sentence -> !sentence.has(BESIDE))
                .flatMap(
                        sentence -> elsewhere.stream()
                                .flatMap(
                                        region -> region.own()
                                                .matcher(sentence.text())
                                                .results()
                                                .limit(1)
                                                .map(
                                                        found -> warn(
                                                                sentence,
                                                                sentence.span(found.start(), found.end()),
                                                                "\"" + found.group()
                                                                        + "\" is not in these images: was it left from another template? Take it out."))))
                .toList();
    }

    /** The regions of the study and what is seen beside them; empty where none is known. */
    private static Set<String> seen(CheckedText text) {
        return Region.of(text.context()).stream()
                .flatMap(region -> Stream.concat(Stream.of(region.name()), region.also().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
