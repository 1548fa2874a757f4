package org.candela.report.template;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For which studies a template or macro is meant. What is empty limits nothing.
 *
 * @param modalities DICOM modalities, such as {@code CR}, {@code DX}
 * @param bodyParts lower-case words or phrases of descriptions and of BodyPartExamined, any of which speaks for it
 * @param words lower-case phrases that decide between templates of one body part: "screening", "2 views"
 * @param contrast {@code with}, {@code without} or empty
 * @param sex M or F as in (0010,0040), or empty
 * @param ages whose ages
 */
public record TemplateUse(
        Set<String> modalities, Set<String> bodyParts, Set<String> words, String contrast, String sex, AgeRange ages) {
    /** Limits nothing. */
    public static final TemplateUse ANY = new TemplateUse(Set.of(), Set.of(), Set.of(), "", "", AgeRange.ALL);

    private static final int BODY_PART = 100;
    private static final int DETAIL = 10;

    public TemplateUse {
        modalities = upper(modalities);
        bodyParts = lower(bodyParts);
        words = lower(words);
        contrast = contrast.strip().toLowerCase(Locale.ROOT);
        sex = sex.strip().toUpperCase(Locale.ROOT);
        if (!Set.of("", "with", "without").contains(contrast)) {
            throw new IllegalArgumentException("contrast is \"with\", \"without\" or empty, not \"" + contrast + "\"");
        }
        if (!Set.of("", "M", "F").contains(sex)) {
            throw new IllegalArgumentException("sex is M, F or empty, not \"" + sex + "\"");
        }
    }

    /** For studies of one modality, by words of the body part. */
    static TemplateUse of(String modality, Set<String> bodyParts) {
        return new TemplateUse(
                modality.isBlank() ? Set.of() : Set.of(modality), bodyParts, Set.of(), "", "", AgeRange.ALL);
    }

    /** Whether nothing of the study speaks against it; what is unknown of the study does not. */
    public boolean admits(StudyKind study) {
        boolean isModality =
                modalities.isEmpty() || modalities.contains(study.modality().toUpperCase(Locale.ROOT));
        boolean isSex = sex.isEmpty() || !study.isSexKnown() || sex.equals(study.sex());
        return isModality && isSex && ages.admits(study.age());
    }

    /** How well it suits; 0 where the study is of another kind, or where no word of the body part is in it. */
    public int fitness(StudyKind study) {
        if (!admits(study) || modalities.isEmpty()) {
            return 0;
        }
        long parts = bodyParts.stream().filter(study::says).count();
        if (parts == 0) {
            return 0;
        }
        int details = (words.stream().anyMatch(study::says) ? 2 : 0)
                + (contrast.isEmpty() ? 0 : study.contrast().equals(contrast) ? 2 : contradicts(study) ? -1 : 0)
                + (sex.isEmpty() || !study.isSexKnown() ? 0 : 1)
                + (ages.equals(AgeRange.ALL) ? 0 : 1);
        return Math.max(1, (int) parts * BODY_PART + details * DETAIL);
    }

    /** Whether it is for studies with contrast and this one was without, or the other way. */
    boolean contradicts(StudyKind study) {
        return !contrast.isEmpty()
                && !study.contrast().isEmpty()
                && !study.contrast().equals(contrast);
    }

    /** The limits in one line for the reader; empty where there are none. */
    public String inWords() {
        return Stream.of(
                        String.join(", ", modalities),
                        bodyParts.stream()
                                .findFirst()
                                .map(first -> String.join(", ", bodyParts))
                                .orElse(""),
                        String.join(", ", words),
                        contrast.isEmpty() ? "" : contrast + " contrast",
                        sex,
                        ages.inWords())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The only modality, or the first; empty where it is for any. */
    Optional<String> firstModality() {
        return modalities.stream().findFirst();
    }

    private static Set<String> lower(Set<String> words) {
        return sorted(words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    private static Set<String> upper(Set<String> words) {
        return sorted(words.stream()
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .toList());
    }

    private static Set<String> sorted(List<String> words) {
        Set<String> sorted = new TreeSet<>(words);
        sorted.remove("");
        return Collections.unmodifiableSet(sorted);
    }
}
