package org.candela.displayqa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * The display standards that the facilities of this reader ask for. Immutable.
 *
 * @param profiles at least one; the first is the one to calibrate to: it asks for the most light, so that the others hold too
 * @param asked who asks for which of them; a facility that asks for one nobody knows here gets the first
 * @param unknown what a facility asks for and this version does not know, in words
 */
// [impl->req~displayqa.facility-standards~1]
public record Standards(List<CalibrationProfile> profiles, List<Asked> asked, List<String> unknown)
        implements ReadinessCheck {
    public Standards {
        profiles = List.copyOf(profiles);
        asked = List.copyOf(asked);
        unknown = List.copyOf(unknown);
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("there is always a standard to judge by");
        }
    }

    /** A facility and the standard that holds for its cases. */
    public record Asked(FacilityId facility, String name, CalibrationProfile profile) {}

    /**
     * Those of {@code facilities}; the usual one where none of them is known.
     *
     * @throws CalibrationException when not even the usual one can be read
     */
    public static Standards of(Collection<Facility> facilities) throws CalibrationException {
        Set<String> ids = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<CalibrationProfile> profiles = new ArrayList<>();
        for (Facility facility : facilities) {
            if (ids.add(facility.qaProfile())) {
                try {
                    profiles.add(CalibrationProfile.shipped(facility.qaProfile()));
                } catch (CalibrationException e) {
                    unknown.add(facility.name() + " asks for \"" + facility.qaProfile() + "\": " + e.getMessage());
                }
            }
        }
        if (profiles.isEmpty()) {
            profiles.add(CalibrationProfile.shipped(Facility.START_QA_PROFILE));
        }
        profiles.sort(Comparator.comparing(CalibrationProfile::maximum, Comparator.<Luminance>reverseOrder()));
        return new Standards(profiles, asked(facilities, profiles), unknown);
    }

    private static List<Asked> asked(Collection<Facility> facilities, List<CalibrationProfile> profiles) {
        return facilities.stream()
                .map(facility -> new Asked(
                        facility.id(),
                        facility.name(),
                        profiles.stream()
                                .filter(profile -> profile.id().equals(facility.qaProfile()))
                                .findFirst()
                                .orElse(profiles.get(0))))
                .toList();
    }

    /** The standard to calibrate to. */
    public CalibrationProfile goal() {
        return profiles.get(0);
    }

    /** The standard that holds for the cases of a facility; the first for one that is not known. */
    // [impl->req~displayqa.gate-by-facility~1]
    public CalibrationProfile of(FacilityId facility) {
        return asked.stream()
                .filter(each -> each.facility().equals(facility))
                .map(Asked::profile)
                .findFirst()
                .orElse(goal());
    }

    /** Ids of the facilities whose cases are read by this standard; none where nobody asks, and it holds for all. */
    public Set<String> facilitiesOf(CalibrationProfile profile) {
        return asked.stream()
                .filter(each -> each.profile().equals(profile))
                .map(each -> each.facility().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the same facilities: {@code "North, South"}. */
    public String namesOf(CalibrationProfile profile) {
        return asked.stream()
                .filter(each -> each.profile().equals(profile))
                .map(Asked::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public ReadinessItem evaluate() {
        return unknown.isEmpty()
                ? item(Status.READY, "Each is known here.", "")
                : item(
                        Status.NOT_ASSESSED,
                        String.join("; ", unknown) + ".",
                        "Choose a standard of candela qa profiles for the facility, or update Candela.");
    }

    private static ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem(
                "display.standards", "Display standards the facilities ask for", status, reason, whatToDo);
    }
}
