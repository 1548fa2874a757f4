package org.candela.report.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a study when a template is chosen. Strings hold DICOM values and are empty when absent.
 *
 * @param modality such as {@code CT}
 * @param description study and procedure description together
 * @param bodyPart BodyPartExamined (0018,0015), such as {@code LSPINE}
 * @param sex M, F or O
 * @param age on the day of the study
 */
public record StudyKind(String modality, String description, String bodyPart, String sex, PatientAge age) {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> WITH = Set.of("with", "w", "post", "contrasted", "enhanced");
    private static final Set<String> WITHOUT = Set.of("without", "wo", "non", "noncontrast", "unenhanced");

    /** A study of which no more is known than modality and description. */
    public static StudyKind of(String modality, String description) {
        return new StudyKind(modality, description, "", "", PatientAge.UNKNOWN);
    }

    boolean isSexKnown() {
        return sex.equals("M") || sex.equals("F");
    }

    /** Whether the words are in description or body part, as whole words. */
    boolean says(String phrase) {
        return words().contains(" " + OTHER.matcher(phrase).replaceAll(" ").strip() + " ");
    }

    /** {@code with}, {@code without}, {@code both} or empty, from the description. */
    String contrast() {
        boolean isWith = false;
        boolean isWithout = false;
        for (String word : words().strip().split(" ")) {
            isWith |= WITH.contains(word);
            isWithout |= WITHOUT.contains(word);
        }
        return isWith && isWithout ? "both" : isWith ? "with" : isWithout ? "without" : "";
    }

    private String words() {
        String text = (description + " " + bodyPart)
                .toLowerCase(Locale.ROOT)
                .replace("w/wo", " with without ")
                .replace("w/o", " without ")
                .replace("w/", " with ");
        return " " + OTHER.matcher(text).replaceAll(" ").strip() + " ";
    }
}
