package org.candela.displayqa.watch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.measure.QaKind;

/**
 * How often each kind of run is due under one standard.
 *
 * @param standard id of the profile
 * @param every by kind; kinds that are not due by the clock are missing
 */
public record QaIntervals(String standard, Map<QaKind, Duration> every) {
    /** TG18, RANZCR and JESRA ask for a look on the day of use (AAPM TG18 table 8a); no profile states it yet. */
    static final Duration PRE_SHIFT = Duration.ofDays(1);

    public QaIntervals {
        every = Map.copyOf(every);
    }

    /** What {@code profile} asks for: conformance and uniformity by its retest interval, a pre-shift check each day. */
    public static QaIntervals of(CalibrationProfile profile) {
        Map<QaKind, Duration> every = new EnumMap<>(QaKind.class);
        every.put(QaKind.CONSTANCY, profile.schedule().retest());
        every.put(QaKind.UNIFORMITY, profile.schedule().retest());
        every.put(QaKind.QUICK_CHECK, PRE_SHIFT);
        return new QaIntervals(profile.id(), every);
    }
}
