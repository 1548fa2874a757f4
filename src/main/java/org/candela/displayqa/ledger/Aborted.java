package org.candela.displayqa.ledger;

import org.candela.displayqa.measure.QaKind;

/**
 * Why a run did not come to its end.
 *
 * @param of what it was to be
 * @param code stable name of the failure, as {@code "device.gone"}; {@code "displayqa.cancelled"} where somebody stopped it
 * @param reason one sentence
 */
public record Aborted(QaKind of, String code, String reason) {
    /** Somebody stopped it. */
    public static Aborted cancelled(QaKind of) {
        return new Aborted(of, "displayqa.cancelled", "cancelled by whoever ran it");
    }
}
