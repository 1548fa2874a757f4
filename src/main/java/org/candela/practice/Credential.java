package org.candela.practice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.candela.facility.FacilityId;

/**
 * A reader's standing at one facility's medical staff; apart from any licence.
 *
 * @param applied when it was applied for
 * @param expected when the facility is expected to decide; {@link #usuallyExpected} where it told nothing
 * @param approved from when, through the reappointment date; empty until approved
 * @param reads what may be signed there
 * @param modalities DICOM modalities, as {@code CT}; empty: all
 */
public record Credential(
        FacilityId facility,
        Status status,
        LocalDate applied,
        LocalDate expected,
        Optional<Period> approved,
        ReadType reads,
        Set<String> modalities)
        implements PracticeRecord {
    /** The long end of the usual 60 to 90 days. */
    private static final int USUAL_DAYS = 90;

    public Credential {
        modalities = Set.copyOf(modalities);
        if (status == Status.APPROVED && approved.isEmpty()) {
            throw new IllegalArgumentException("an approved credential needs its dates: " + facility);
        }
        if (expected.isBefore(applied)) {
            throw new IllegalArgumentException("expected on " + expected + " before it was applied for on " + applied);
        }
    }

    /** Where the application stands. */
    public enum Status {
        APPLIED,
        IN_REVIEW,
        APPROVED,
        SUSPENDED,
        EXPIRED
    }

    /** When facilities usually decide. */
    public static LocalDate usuallyExpected(LocalDate applied) {
        return applied.plusDays(USUAL_DAYS);
    }

    /** Whether studies of this modality are covered. */
    public boolean covers(String modality) {
        return modalities.isEmpty() || modalities.contains(modality);
    }

    @Override
    public Kind kind() {
        return Kind.CREDENTIAL;
    }

    @Override
    public String key() {
        return facility.value();
    }

    @Override
    public String text() {
        return "credential at " + facility + ": " + standing();
    }

    /** Where it stands, and until or by when. */
    String standing() {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + approved.map(period -> ", " + period).orElse(", expected " + expected);
    }
}
