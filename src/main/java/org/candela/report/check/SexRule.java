package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignFinding;

/**
 * Organs of the other sex are those of another patient or of a template, and images that say another sex than the facility may
 * be another patient's. The sex is the facility's, or the images' where the facility tells none; silent where neither is M or F.
 */
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
        String listed = sex(text.context().draft().study().patient().sex());
        Set<String> imaged = text.context().facts().images().sexes();
        if (imaged.size() > 1) {
            return List.of(warn("", "Some images say male and others female: make sure that all are of this patient."));
        }
        String seen = imaged.stream().findFirst().orElse(listed);
        if (!listed.isEmpty() && !seen.equals(listed)) {
            return List.of(warn(
                    "",
                    "The facility says " + word(listed) + " and the images say " + word(seen)
                            + ": make sure that they are of this patient."));
        }
        return switch (seen) {
            case "F" -> found(text, List.of(MALE, MAN), word(seen));
            case "M" -> found(text, List.of(FEMALE, WOMAN), word(seen));
            default -> List.of();
        };
    }

    /** M or F; empty for anything else. */
    private static String sex(String sent) {
        String sex = sent.strip().toUpperCase(Locale.ROOT);
        return sex.equals("M") || sex.equals("F") ? sex : "";
    }

    private static String word(String sex) {
        return sex.equals("F") ? "female" : "male";
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
