package org.candela.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.practice.Period;

/**
 * An invoice as it was issued.
 *
 * @param number as {@code south-2026-001}: counts up for each facility and year of issue
 * @param body all of it in JSON, as it was issued
 * @param sha256 of {@code body}, in UTF-8
 * @param voided why it does not count any more; empty while it does
 */
public record Invoice(
        String number,
        FacilityId facility,
        Period period,
        Currency currency,
        BigDecimal total,
        Instant issuedAt,
        String issuedBy,
        String body,
        String sha256,
        Optional<Voiding> voided) {

    /** When and why an invoice was taken back. */
    public record Voiding(Instant at, String reason) {}
}
