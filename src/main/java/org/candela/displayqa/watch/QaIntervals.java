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
 * @param every by kind; kinds that are not due by the clock are missing
 */
public record QaIntervals(CalibrationProfile standard, Map<QaKind, Duration> every) {
    public QaIntervals {
        every = Map.copyOf(every);
    }

    /**
     * What {@code profile} asks for by the clock; uniformity with the retest interval, since no profile names it. Of several
     * tests of a kind, as a monthly and a yearly one, the shortest interval holds: the run that is made each month is the
     * yearly one too.
     */
    public static QaIntervals of(CalibrationProfile profile) {
        Map<QaKind, Duration> every = new EnumMap<>(QaKind.class);
        every.put(QaKind.CONSTANCY, profile.schedule().retest());
        every.put(QaKind.UNIFORMITY, profile.schedule().retest());
        for (ScheduledTest test : profile.schedule().tests()) {
            test.every().period().ifPresent(period -> every.merge(kind(test.kind()), period, QaIntervals::shorter));
        }
        return new QaIntervals(profile, every);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
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
