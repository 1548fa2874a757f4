package org.candela.report;

import java.util.Arrays;
import java.util.Set;

/**
 * What a reader asks for with the signature.
 *
 * @param confirmed warnings the reader has seen and signs in spite of
 * @param pin as typed; wiped by {@link #wipe()}
 */
public record SignRequest(SignContext context, Set<SignFinding> confirmed, String signerId, char[] pin) {
    public SignRequest {
        confirmed = Set.copyOf(confirmed);
    }

    /** Overwrites the PIN. {@link Signing} does so whatever the outcome. */
    void wipe() {
        Arrays.fill(pin, '\0');
    }

    boolean isSettled(SignFinding finding) {
        return finding.severity() == SignFinding.Severity.WARN && confirmed.contains(finding);
    }
}
