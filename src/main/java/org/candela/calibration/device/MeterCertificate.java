package org.candela.calibration.device;

import java.time.LocalDate;

/**
 * What a laboratory says of a meter.
 *
 * @param number as printed on the certificate, not blank
 * @param issuer the laboratory, with the standard it traces to
 * @param calibratedOn day of the meter's own calibration
 * @param due last day on which it holds, not before {@code calibratedOn}
 * @param relativeUncertainty as stated, a share: 0.04 is 4 %; NaN when not stated
 */
public record MeterCertificate(
        String number, String issuer, LocalDate calibratedOn, LocalDate due, double relativeUncertainty) {
    public MeterCertificate {
        if (number.isBlank() || issuer.isBlank()) {
            throw new IllegalArgumentException("a certificate has a number and an issuer");
        }
        if (due.isBefore(calibratedOn)) {
            throw new IllegalArgumentException(
                    "a certificate is not due before it begins: " + calibratedOn + ", " + due);
        }
        if (relativeUncertainty <= 0 || relativeUncertainty >= 1) {
            throw new IllegalArgumentException("uncertainty must be a share: " + relativeUncertainty);
        }
    }
}
