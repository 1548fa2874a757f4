package org.candela.displayqa.measure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;

/**
 * One display on the bench.
 *
 * @param profiles standards to judge by, at least one; the first is the one to calibrate to
 * @param litSince since when the display has been on without a break
 * @param operator who measures
 * @param site where the bench stands
 */
public record QaSession(
        DisplayDevice display,
        TestBench bench,
        List<CalibrationProfile> profiles,
        Instant litSince,
        String operator,
        RunSite site) {
    /** A session at a place of which nothing is known. */
    public QaSession(
            DisplayDevice display,
            TestBench bench,
            List<CalibrationProfile> profiles,
            Instant litSince,
            String operator) {
        this(display, bench, profiles, litSince, operator, RunSite.UNKNOWN);
    }

    public QaSession {
        profiles = List.copyOf(profiles);
        if (operator.isBlank() || profiles.isEmpty()) {
            throw new IllegalArgumentException("a QA session names its operator and a standard");
        }
    }

    /** The standard to calibrate to. */
    public CalibrationProfile profile() {
        return profiles.get(0);
    }

    /** The same session, judged by other standards too; one that is there already stands once. */
    public QaSession judgedAlsoBy(List<CalibrationProfile> more) {
        List<CalibrationProfile> all =
                Stream.concat(profiles.stream(), more.stream()).distinct().toList();
        return new QaSession(display, bench, all, litSince, operator, site);
    }

    /** The same session with another photometer before the display. */
    public QaSession with(TestBench other) {
        return new QaSession(display, other, profiles, litSince, operator, site);
    }

    /** The same session at a place of which more is known. */
    public QaSession at(RunSite place) {
        return new QaSession(display, bench, profiles, litSince, operator, place);
    }
}
