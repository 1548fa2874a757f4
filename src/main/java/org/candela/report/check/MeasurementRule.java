package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import org.candela.report.InsertedMeasurement;
import org.candela.report.LinkedMeasurement;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;

/**
 * A measurement in the text must still be the one made on the image. A slip of the decimal point or of mm and cm blocks:
 * it is the commonest dangerous error of dictated sizes. A number that merely changed warns.
 */
// [impl->req~report.sign-measurement~1]
final class MeasurementRule implements SignRule {
    /** Reports round to whole millimetres or to a tenth; half a millimetre covers both. */
    private static final double ROUNDING_MM = 0.5;

    /** Two numbers of equal digits differ by their rounding only: 2 %. */
    private static final double SAME_DIGITS = 0.02;

    @Override
    public String id() {
        return "sign.measurement";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        List<SignFinding> findings = new ArrayList<>();
        for (InsertedMeasurement inserted : context.draft().measurements()) {
            List<Quantity> written = Quantity.in(context.draft().text(inserted.fieldId()));
            String unitIfNone = context.template()
                    .field(inserted.fieldId())
                    .map(field -> field.content().unit())
                    .orElse("");
            LinkedMeasurement measured = inserted.measurement();
            if (written.stream().noneMatch(quantity -> agrees(quantity, measured, unitIfNone))) {
                findings.add(disagreement(inserted, written, unitIfNone));
            }
        }
        return List.copyOf(findings);
    }

    private SignFinding disagreement(InsertedMeasurement inserted, List<Quantity> written, String unitIfNone) {
        LinkedMeasurement measured = inserted.measurement();
        for (Quantity quantity : written) {
            if (isUnitSlip(quantity, measured) || isTenfold(quantity, measured, unitIfNone)) {
                return block(inserted.fieldId(), "Written " + quantity + ", measured " + measured.text() + ".");
            }
        }
        return warn(inserted.fieldId(), "The measured " + measured.text() + " is no longer in the text.");
    }

    private static boolean agrees(Quantity written, LinkedMeasurement measured, String unitIfNone) {
        return written.isPixels() == isPixels(measured)
                && !(isPixels(measured) && written.unit().isEmpty())
                && Math.abs(written.inMillimetres(unitIfNone) - measured.value()) <= ROUNDING_MM;
    }

    /** Pixels written as a length or the other way round. */
    private static boolean isUnitSlip(Quantity written, LinkedMeasurement measured) {
        return written.isPixels() != isPixels(measured) && isNear(written.value(), measured.value());
    }

    private static boolean isTenfold(Quantity written, LinkedMeasurement measured, String unitIfNone) {
        double ratio = written.inMillimetres(unitIfNone) / measured.value();
        return isNear(ratio, 10) || isNear(ratio, 0.1);
    }

    private static boolean isNear(double value, double wanted) {
        return Math.abs(value - wanted) <= SAME_DIGITS * wanted;
    }

    private static boolean isPixels(LinkedMeasurement measured) {
        return measured.unit() == LinkedMeasurement.Unit.PIXEL;
    }
}
