package org.candela.report.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of patient and order, by the names that macros and templates use. What is not known becomes a place in
 * brackets, which stands out and keeps a final report from being signed.
 *
 * @param values lower-case name to text
 */
public record MergeFields(Map<String, String> values) {
    /** The names that a workstation fills. */
    public static final List<String> NAMES = List.of(
            "patient age",
            "patient sex",
            "modality",
            "study date",
            "study description",
            "comparison date",
            "referring doctor",
            "accession number",
            "facility",
            "today");

    public MergeFields {
        Map<String, String> lower = new TreeMap<>();
        values.forEach((name, text) -> lower.put(name.toLowerCase(Locale.ROOT), text));
        values = Map.copyOf(lower);
    }

    /** The text for a name; the name in brackets where nothing is known. */
    public String text(String name) {
        String known = values.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
        return known.isBlank() ? "[" + name.strip() + "]" : known;
    }

    /** Sex in words from (0010,0040); empty where unknown. */
    public static String sexInWords(String sex) {
        return sex.equals("M") ? "male" : sex.equals("F") ? "female" : "";
    }
}
