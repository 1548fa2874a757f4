package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.candela.facility.FacilityId;

/**
 * May this study be read now?
 *
 * @param desk what the displays are good for
 */
public record ClaimQuestion(
        GateStep step, FacilityId facility, Origin origin, PatientPlace place, Work work, Desk desk, Instant at) {

    /** Where a study comes from. */
    public enum Origin {
        /** A facility asks for a report. */
        ORDERED,
        /** From files, by the reader: nobody asks for a report. */
        IMPORTED,
        /** Of the built-in demonstration: of nobody. */
        SYNTHETIC
    }

    /**
     * What is to be read.
     *
     * @param modalities DICOM modalities of the study, as {@code MG}
     * @param patientYears age in whole years; empty: unknown
     */
    public record Work(Set<String> modalities, Optional<Integer> patientYears, ReadType asked) {
        public Work {
            modalities = Set.copyOf(modalities);
        }

        /** Whether displays for mammography are needed. */
        public boolean isBreastImaging() {
            return isOf("MG");
        }

        boolean isOf(String... some) {
            return Stream.of(some).anyMatch(modalities::contains);
        }
    }

    /**
     * What the displays are good for.
     *
     * @param mammography whether they may show breast images for diagnosis
     * @param evidence what that is known from, as {@code 5.0 MP, ACR mammography: passed on 2026-11-20}
     */
    public record Desk(boolean mammography, String evidence) {
        /** Of no matter for what is to be read. */
        public static final Desk UNASKED = new Desk(false, "displays were not asked");
    }

    /** The dates at the patient's, all of which a record must cover; UTC's where the place is unknown. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        place.states().forEach(state -> days.addAll(state.dates(at)));
        if (days.isEmpty()) {
            days.add(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        return days;
    }
}
