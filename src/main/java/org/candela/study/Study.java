package org.candela.study;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * A study as far as it has been admitted here.
 *
 * @param facility who delivered its first object
 * @param admittedAt when that was
 * @param series by series number, then UID
 */
public record Study(StudyIdentity identity, FacilityId facility, Instant admittedAt, List<Series> series) {
    public Study {
        series = List.copyOf(series);
    }

    /** Study Instance UID. */
    public Uid uid() {
        return identity.uid();
    }

    /** Whose study it is. */
    public Patient patient() {
        return identity.patient();
    }

    /** Study Date and Time, local to the facility. */
    public Optional<LocalDateTime> dateTime() {
        return identity.dateTime();
    }

    /** Modalities of the series that have images, in alphabetical order. */
    public Set<String> modalities() {
        return series.stream()
                .filter(one -> !one.frames().isEmpty())
                .map(Series::modality)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Number of admitted objects. */
    public int instanceCount() {
        return series.stream().mapToInt(one -> one.instances().size()).sum();
    }
}
