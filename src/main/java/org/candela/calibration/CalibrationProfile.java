package org.candela.calibration;

import java.time.Duration;
import java.util.List;

/**
 * What one standard asks of a display, as versioned data (calibration-profiles/*.yaml).
 *
 * @param id name of the file without its ending, with a room class behind it where the standard has such
 * @param title as a reader knows it
 * @param standard full name of the standard
 * @param edition which edition the limits are of, or that this is not confirmed
 * @param goal what to calibrate to
 * @param schedule how long to warm up, and when to measure again
 * @param limits at least one
 * @param sha256 hash of the table of limits: of the file's content as JSON with sorted keys and no white space, so that
 *     comments do not count and a changed number does; lower-case hexadecimal
 */
public record CalibrationProfile(
        String id,
        String title,
        String standard,
        String edition,
        CalibrationGoal goal,
        Schedule schedule,
        List<ProfileLimit> limits,
        String sha256) {

    /**
     * When a display may be measured and must be measured again.
     *
     * @param warmUp how long it must have been on
     * @param retest how long a conformance test holds
     * @param tests what the standard wants done, and how often
     */
    public record Schedule(Duration warmUp, Duration retest, List<ScheduledTest> tests) {
        public Schedule {
            tests = List.copyOf(tests);
        }
    }

    public CalibrationProfile {
        limits = List.copyOf(limits);
    }

    /** L'max to calibrate to. */
    public Luminance maximum() {
        return goal.maximum();
    }

    /** L'max / L'min to calibrate to. */
    public double luminanceRatio() {
        return goal.luminanceRatio();
    }

    /** Whether somebody compared every number with the standard's own text. */
    public boolean isVerified() {
        return limits.stream().allMatch(ProfileLimit::isVerified);
    }

    /**
     * Every profile that comes with the program, in the order of calibration-profiles/index.yaml; those with room classes
     * once for each class.
     *
     * @throws CalibrationException naming file and key when one cannot be read
     */
    // [impl->req~calibration.profile~1]
    public static List<CalibrationProfile> all() throws CalibrationException {
        return ProfileShelf.all();
    }

    /**
     * The profile that comes with the program.
     *
     * @throws CalibrationException naming file and key when there is no such profile or it cannot be read
     */
    // [impl->req~calibration.profile~1]
    public static CalibrationProfile shipped(String id) throws CalibrationException {
        return ProfileShelf.find(id);
    }
}
