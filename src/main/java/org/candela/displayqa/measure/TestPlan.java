package org.candela.displayqa.measure;

import java.util.List;
import org.candela.calibration.Uniformity;

/**
 * What a test measures, in order.
 *
 * @param kind why
 * @param parts at least one
 */
public record TestPlan(QaKind kind, List<TestPart> parts) {
    public TestPlan {
        parts = List.copyOf(parts);
        if (!kind.isRun() || kind == QaKind.CALIBRATION || parts.isEmpty()) {
            throw new IllegalArgumentException("no test: " + kind + ", " + parts);
        }
    }

    /** The usual test of a kind. */
    public static TestPlan usual(QaKind kind) {
        return new TestPlan(
                kind,
                switch (kind) {
                    case QUICK_CHECK -> List.of(new TestPart.Ends());
                    case CONSTANCY -> List.of(new TestPart.Levels(18));
                    case UNIFORMITY -> List.of(new TestPart.Field(FieldSeen.BRIGHT));
                    case ACCEPTANCE, AFTER_SERVICE ->
                        List.of(
                                new TestPart.Levels(18),
                                new TestPart.Levels(52),
                                new TestPart.Field(FieldSeen.DARK),
                                new TestPart.Field(FieldSeen.MIDDLE),
                                new TestPart.Field(FieldSeen.BRIGHT));
                    case CALIBRATION, VISUAL, ABORTED, JUDGEMENT, WITHDRAWAL -> List.of();
                });
    }

    /** The same kind of test with other parts. */
    public TestPlan of(List<TestPart> other) {
        return new TestPlan(kind, other);
    }

    /** How often the meter must be brought to another place. */
    public int places() {
        int fields =
                (int) parts.stream().filter(TestPart.Field.class::isInstance).count();
        return fields * Uniformity.SIDE * Uniformity.SIDE;
    }
}
