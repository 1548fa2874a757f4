package org.candela.study;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.dicom.Tag;
import org.candela.net.web.QidoQuery;

/**
 * How a facility is asked for what it may have of a patient. Pure.
 *
 * <p>By id; and by family name and birth date, the name with a wildcard wherever spellings differ (PS3.4 C.2.2.2.4): between
 * its consonants. Patient Birth Date is not among the keys that every server must match (PS3.18 Table 10.6.1-5), so a name of
 * few letters alone is not asked for.
 */
final class PatientQueries {
    /** A server that ignores the birth date sends all of that name. */
    private static final int MOST = 200;

    private static final int CONSONANTS_AT_LEAST = 2;

    private PatientQueries() {}

    static List<QidoQuery> of(Patient patient) {
        List<QidoQuery> queries = new ArrayList<>();
        if (!patient.id().isBlank()) {
            queries.add(QidoQuery.all().matching(Tag.PatientID, patient.id()).atMost(MOST));
        }
        String pattern = pattern(patient.name());
        long consonants = pattern.chars().filter(Character::isLetter).count();
        if (patient.birthDate().isPresent() && consonants >= CONSONANTS_AT_LEAST) {
            String born =
                    DateTimeFormatter.BASIC_ISO_DATE.format(patient.birthDate().orElseThrow());
            queries.add(QidoQuery.all()
                    .matching(Tag.PatientName, pattern)
                    .matching(Tag.PatientBirthDate, born)
                    .atMost(MOST));
        }
        return queries;
    }

    /** MUELLER as {@code M*LL*R*}, which finds Müller too where case is not told apart. */
    static String pattern(String name) {
        String family = name.split("[=^]", 2)[0].toUpperCase(Locale.ROOT);
        String consonants = family.replaceAll("[^BCDFGHKLMNPRSTVWXZ]+", "*");
        return consonants.isEmpty() || consonants.endsWith("*") ? consonants : consonants + "*";
    }
}
