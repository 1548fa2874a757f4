package org.candela.displayqa.watch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ScheduledTest;
import org.candela.displayqa.measure.QaKind;

/**
 * How often each kind of run is due under one standard.
 *
 * @param standard id of the profile
 * @param every by kind; kinds that are not due by the clock are missing
 */
public record QaIntervals(String standard, Map<QaKind, Duration> every) {
    public QaIntervals {
        every = Map.copyOf(every);
    }

    /** What {@code profile} asks for by the clock; uniformity with the retest interval, since no profile names it. */
    public static QaIntervals of(CalibrationProfile profile) {
        Map<QaKind, Duration> every = new EnumMap<>(QaKind.class);
        every.put(QaKind.CONSTANCY, profile.schedule().retest());
        every.put(QaKind.UNIFORMITY, profile.schedule().retest());
        for (ScheduledTest test : profile.schedule().tests()) {
            test.every().period().ifPresent(period -> every.put(kind(test.kind()), period));
        }
        return new QaIntervals(profile.id(), every);
    }

    private static QaKind kind(ScheduledTest.Kind kind) {
        return switch (kind) {
            case ACCEPTANCE -> QaKind.ACCEPTANCE;
            case CONSTANCY -> QaKind.CONSTANCY;
            case PRE_SHIFT -> QaKind.QUICK_CHECK;
            case VISUAL -> QaKind.VISUAL;
            case AFTER_SERVICE -> QaKind.AFTER_SERVICE;
        };
    }
}
