package org.candela.report.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignFinding;

/** An age or a stage of growth that is not this patient's. Silent where the birth date is unknown. */
// [impl->req~report.sign-age~1]
final class AgeRule implements SignRule {
    private static final Pattern AGE =
            Pattern.compile("\\b(\\d{1,3})[- ]?(?:years?|yrs?)[- ]?old\\b|\\b(\\d{1,3}) ?y/?o\\b");
    private static final Pattern RELATIVE =
            Pattern.compile("\\b(?:mother|father|sister|brother|family|wife|husband|at age)\\b");
    private static final Pattern GROWING = Pattern.compile(
            "\\b(?:open (?:physes|growth plates)|(?:physes|growth plates) are (?:open|normal)|ossification centers)\\b");
    private static final Pattern FONTANELLE = Pattern.compile("\\bfontanelle\\b");
    private static final Pattern AGED = Pattern.compile("\\b(?:age-related|senescent|involutional|senile)\\b");

    /** Growth plates of the clavicle close last, by 25. */
    private static final int GROWN = 26;

    private static final int CLOSED_FONTANELLE = 4;
    private static final int NOT_YET_AGED = 30;

    @Override
    public String id() {
        return "sign.age";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        OptionalInt known = age(text);
        if (known.isEmpty()) {
            return List.of();
        }
        int age = known.getAsInt();
        List<SignFinding> findings = new ArrayList<>();
        for (Part part : List.of(Part.HISTORY, Part.FINDINGS, Part.IMPRESSION)) {
            for (Sentence sentence : text.sentences(part)) {
                wrong(sentence, age)
                        .map(words -> warn(
                                sentence,
                                sentence.whole(),
                                "The patient was " + age + " years old at the examination and the report says \""
                                        + words + "\": make sure that it is of this patient, and mend it."))
                        .ifPresent(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<String> wrong(Sentence sentence, int age) {
        Optional<String> told = toldAge(sentence, age);
        if (told.isPresent()) {
            return told;
        }
        if (age >= GROWN && sentence.has(GROWING)) {
            return first(GROWING, sentence);
        }
        if (age >= CLOSED_FONTANELLE && sentence.has(FONTANELLE)) {
            return first(FONTANELLE, sentence);
        }
        return age < NOT_YET_AGED ? first(AGED, sentence) : Optional.empty();
    }

    private static Optional<String> toldAge(Sentence sentence, int age) {
        if (sentence.has(RELATIVE)) {
            return Optional.empty();
        }
        return AGE.matcher(sentence.text())
                .results()
                .filter(told ->
                        Math.abs(Integer.parseInt(told.group(1) == null ? told.group(2) : told.group(1)) - age) > 1)
                .map(told -> told.group())
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, Sentence sentence) {
        Matcher words = pattern.matcher(sentence.text());
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }

    private static OptionalInt age(CheckedText text) {
        try {
            LocalDate born = LocalDate.parse(
                    text.context().draft().study().patient().birthDate(), DateTimeFormatter.BASIC_ISO_DATE);
            LocalDate examined = text.context()
                    .draft()
                    .study()
                    .order()
                    .examination()
                    .performedAt()
                    .toLocalDate();
            return OptionalInt.of(Period.between(born, examined).getYears());
        } catch (DateTimeException e) {
            return OptionalInt.empty(); // unknown or not a date, as facilities send it
        }
    }
}
