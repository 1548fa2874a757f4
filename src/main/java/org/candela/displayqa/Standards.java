package org.candela.displayqa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.facility.Facility;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * The display standards that the facilities of this reader ask for. Immutable.
 *
 * @param profiles at least one; the first is the one to calibrate to: it asks for the most light, so that the others hold too
 * @param unknown what a facility asks for and this version does not know, in words
 */
// [impl->req~displayqa.facility-standards~1]
public record Standards(List<CalibrationProfile> profiles, List<String> unknown) implements ReadinessCheck {
    public Standards {
        profiles = List.copyOf(profiles);
        unknown = List.copyOf(unknown);
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("there is always a standard to judge by");
        }
    }

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
        return new Standards(profiles, unknown);
    }

    /** The standard to calibrate to. */
    public CalibrationProfile goal() {
        return profiles.get(0);
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
