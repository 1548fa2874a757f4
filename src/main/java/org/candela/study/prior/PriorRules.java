package org.candela.study.prior;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.candela.facility.FacilityId;
import org.candela.study.Patient;
import org.candela.study.Study;
import org.candela.study.StudySummary;
import org.candela.study.prior.PriorMatch.Evidence;
import org.candela.study.prior.PriorMatch.Sureness;

/**
 * By what two studies count as of one person. Weights and threshold are data of one version, with the reason of each. Pure.
 *
 * <p>Exact is the same id, not blank, of the same stated issuer, or of the same facility where none is stated, with no other
 * birth date or sex beside it, and no other name without the same birth date. All else is at most probable, and only with a birth date that both state and that is the
 * same or close: never by name alone, never by an id of another issuer alone.
 */
// [impl->req~study.prior.match~1]
public final class PriorRules {
    private static final int SURE = 100;

    private final String version;
    private final Map<Evidence, Integer> weights;
    private final int threshold;
    private final PersonNames names;

    private PriorRules(String version, Map<Evidence, Integer> weights, int threshold, PersonNames names) {
        this.version = version;
        this.weights = weights;
        this.threshold = threshold;
        this.names = names;
    }

    /** A patient as one facility knows them. */
    public record Listed(FacilityId facility, Patient patient) {
        /** As a facility lists a study. */
        public Listed(StudySummary study) {
            this(study.facility(), study.patient());
        }

        /** As a study says that is here. */
        public Listed(Study study) {
            this(study.facility(), study.patient());
        }
    }

    /** Those that come with the program. */
    public static PriorRules shipped() {
        try (InputStream file =
                Objects.requireNonNull(PriorRules.class.getResourceAsStream("prior-rules.properties"))) {
            Properties data = new Properties();
            data.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return of(data);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules are part of the program", e);
        }
    }

    private static PriorRules of(Properties data) {
        Map<Evidence, Integer> weights = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            String key = "weight." + evidence.name().toLowerCase(Locale.ROOT).replace('_', '-');
            weights.put(evidence, Integer.parseInt(data.getProperty(key)));
        }
        Map<String, String> letters = new LinkedHashMap<>();
        Map<String, String> folds = new LinkedHashMap<>();
        for (String name : data.stringPropertyNames()) {
            if (name.startsWith("letter.")) {
                letters.put(name.substring("letter.".length()), data.getProperty(name));
            } else if (name.startsWith("fold.")) {
                folds.put(name.substring("fold.".length()), data.getProperty(name));
            }
        }
        List<Map.Entry<String, String>> longestFirst = folds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> fold) ->
                                -fold.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        return new PriorRules(
                data.getProperty("version"),
                weights,
                Integer.parseInt(data.getProperty("threshold")),
                new PersonNames(letters, longestFirst));
    }

    /** Which version decided, kept with each confirmation. */
    public String version() {
        return version;
    }

    /** Whether the patients of two studies are one person. */
    public PriorMatch compare(Listed one, Listed other) {
        List<Evidence> evidence = new ArrayList<>();
        addName(one.patient().name(), other.patient().name(), evidence);
        addBirthDate(one.patient().birthDate(), other.patient().birthDate(), evidence);
        addSex(one.patient().sex(), other.patient().sex(), evidence);
        boolean isSameNumber = isSameId(one.patient(), other.patient());
        if (isSameNumber) {
            evidence.add(Evidence.SAME_ID);
        }
        evidence.sort(Comparator.comparing(Evidence::isContradiction).thenComparing(Comparator.naturalOrder()));
        if (isSameNumber && isSameIssuer(one, other)) {
            boolean isDoubtful = isDoubtful(evidence);
            return new PriorMatch(
                    isDoubtful ? Sureness.PROBABLE : Sureness.EXACT,
                    isDoubtful ? Math.min(SURE - 1, Math.max(score(evidence), threshold)) : SURE,
                    evidence);
        }
        int score = score(evidence);
        return score >= threshold && isBirthDateAlike(evidence)
                ? new PriorMatch(Sureness.PROBABLE, Math.min(SURE - 1, score), evidence)
                : new PriorMatch(Sureness.NONE, Math.max(0, Math.min(SURE - 1, score)), evidence);
    }

    /** Names change; a name that differs is no doubt beside the same birth date. */
    private static boolean isDoubtful(List<Evidence> evidence) {
        return evidence.stream()
                .filter(Evidence::isContradiction)
                .anyMatch(each -> each != Evidence.OTHER_NAME || !evidence.contains(Evidence.SAME_BIRTH_DATE));
    }

    private int score(List<Evidence> evidence) {
        return evidence.stream().mapToInt(each -> weights.getOrDefault(each, 0)).sum();
    }

    private static boolean isBirthDateAlike(List<Evidence> evidence) {
        return evidence.contains(Evidence.SAME_BIRTH_DATE) || evidence.contains(Evidence.CLOSE_BIRTH_DATE);
    }

    private static boolean isSameId(Patient one, Patient other) {
        return !one.id().isBlank() && one.id().strip().equals(other.id().strip());
    }

    /** Two blank issuers are one only within a facility: 1234 of one clinic is not 1234 of another. */
    private static boolean isSameIssuer(Listed one, Listed other) {
        String issuer = one.patient().issuer().strip();
        String second = other.patient().issuer().strip();
        boolean isStatedTwice = !issuer.isEmpty() && issuer.equals(second);
        boolean isOneFacility = one.facility().equals(other.facility());
        return isStatedTwice || (isOneFacility && (issuer.isEmpty() || second.isEmpty()));
    }

    private void addName(String one, String other, List<Evidence> evidence) {
        if (one.isBlank() || other.isBlank()) {
            return;
        }
        evidence.add(
                switch (names.compare(one, other)) {
                    case SAME -> Evidence.SAME_NAME;
                    case SIMILAR -> Evidence.SIMILAR_NAME;
                    case PARTLY -> Evidence.PARTLY_SAME_NAME;
                    case OTHER -> Evidence.OTHER_NAME;
                });
    }

    private static void addBirthDate(Optional<LocalDate> one, Optional<LocalDate> other, List<Evidence> evidence) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        LocalDate date = one.orElseThrow();
        LocalDate second = other.orElseThrow();
        if (date.equals(second)) {
            evidence.add(Evidence.SAME_BIRTH_DATE);
        } else {
            evidence.add(isClose(date, second) ? Evidence.CLOSE_BIRTH_DATE : Evidence.OTHER_BIRTH_DATE);
        }
    }

    private static boolean isClose(LocalDate one, LocalDate other) {
        boolean isExchanged = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        String digits = DateTimeFormatter.BASIC_ISO_DATE.format(one);
        String others = DateTimeFormatter.BASIC_ISO_DATE.format(other);
        int different = 0;
        for (int i = 0; i < digits.length(); i++) {
            different += i < others.length() && digits.charAt(i) == others.charAt(i) ? 0 : 1;
        }
        return isExchanged || different == 1;
    }

    /** Only M and F contradict each other; O says less. */
    private static void addSex(String one, String other, List<Evidence> evidence) {
        if (one.isBlank() || other.isBlank()) {
            return;
        }
        if (one.equals(other)) {
            evidence.add(Evidence.SAME_SEX);
        } else if (isStated(one) && isStated(other)) {
            evidence.add(Evidence.OTHER_SEX);
        }
    }

    private static boolean isStated(String sex) {
        return sex.equals("M") || sex.equals("F");
    }
}
