package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignFinding;

/** Organs of the other sex are those of another patient or of a template. Silent where the sex is not M or F. */
// [impl->req~report.sign-sex~1]
final class SexRule implements SignRule {
    private static final Pattern MALE =
            Pattern.compile("\\b(?:prostat(?:e|ic|omegaly|ectomy)|seminal vesicles?|testis|testes|testicles?"
                    + "|testicular|scrot(?:um|al)|epididym\\w+|pen(?:is|ile)|vas deferens|spermatic)\\b");
    private static final Pattern FEMALE = Pattern.compile(
            "\\b(?:uter(?:us|ine)|ovar(?:y|ies|ian)|endometri(?:um|al)|adnexa[l]?|vagina(?:l)?"
                    + "|fallopian|hysterectomy|oophorectomy|(?:intrauterine|ectopic) pregnancy|corpus luteum|cervix)\\b");
    private static final Pattern MAN = Pattern.compile(
            "\\b\\d{1,3}[- ]?(?:years?|yrs?)?[- ]?(?:old|y/?o)\\s+(?:\\w+ )?(?:male|man|boy|gentleman)\\b");
    private static final Pattern WOMAN = Pattern.compile(
            "\\b\\d{1,3}[- ]?(?:years?|yrs?)?[- ]?(?:old|y/?o)\\s+(?:\\w+ )?(?:female|woman|girl|lady)\\b");
    /** Sentences about somebody else. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:mother|father|sister|brother|wife|husband|daughter|son|aunt|uncle|family|donor|not applicable|mutation)\\b");

    @Override
    public String id() {
        return "sign.sex";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        return switch (text.context().draft().study().patient().sex().strip().toUpperCase(Locale.ROOT)) {
            case "F" -> found(text, List.of(MALE, MAN), "female");
            case "M" -> found(text, List.of(FEMALE, WOMAN), "male");
            default -> List.of();
        };
    }

    private List<SignFinding> found(CheckedText text, List<Pattern> others, String sex) {
        List<SignFinding> findings = new ArrayList<>();
        for (Part part : List.of(Part.HISTORY, Part.FINDINGS, Part.IMPRESSION)) {
            for (Sentence sentence : text.sentences(part)) {
                for (Pattern other : sentence.has(RELATIVE) ? List.<Pattern>of() : others) {
                    Matcher words = other.matcher(sentence.text());
                    if (words.find()) {
                        findings.add(warn(
                                sentence,
                                sentence.span(words.start(), words.end()),
                                "The patient is " + sex + " and the report says \"" + words.group()
                                        + "\": make sure that report and images are of one patient, and mend it."));
                    }
                }
            }
        }
        return List.copyOf(findings);
    }
}
