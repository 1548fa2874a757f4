package org.candela.displayqa.ledger;

import java.util.EnumSet;
import java.util.Set;
import org.candela.calibration.Quantity;
import org.candela.displayqa.measure.QaKind;

/** Which quantities a kind of run is expected to measure: a limit on one that it did not is "not assessed". */
final class Tested {
    private static final Set<Quantity> ENDS = EnumSet.of(
            Quantity.MAXIMUM_LUMINANCE, Quantity.MINIMUM_LUMINANCE, Quantity.LUMINANCE_RATIO, Quantity.AMBIENT_RATIO);
    private static final Set<Quantity> RESPONSE =
            with(with(ENDS, Quantity.CONTRAST_DEVIATION), Quantity.FUNCTION_DEVIATION);

    private Tested() {}

    static Set<Quantity> by(QaKind kind) {
        return switch (kind) {
            case QUICK_CHECK -> ENDS;
            case CALIBRATION, CONSTANCY -> RESPONSE;
            case UNIFORMITY ->
                EnumSet.of(Quantity.NON_UNIFORMITY, Quantity.MEDIAN_DEVIATION, Quantity.CENTRE_DEVIATION);
            case ACCEPTANCE, AFTER_SERVICE -> EnumSet.allOf(Quantity.class);
            case VISUAL, ABORTED, JUDGEMENT, WITHDRAWAL -> EnumSet.noneOf(Quantity.class);
        };
    }

    private static Set<Quantity> with(Set<Quantity> some, Quantity more) {
        Set<Quantity> all = EnumSet.copyOf(some);
        all.add(more);
        return all;
    }
}
