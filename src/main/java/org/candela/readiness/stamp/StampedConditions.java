package org.candela.readiness.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.candela.base.Sha256;

/**
 * Conditions as they were kept.
 *
 * @param reportSha256 hash of the signed version that they belong to
 * @param body each condition with value, time, source and basis
 * @param sha256 over the report's hash, a line feed and the body
 */
public record StampedConditions(
        String report, int version, String reportSha256, Instant at, String body, String sha256) {
    static String seal(String reportSha256, String body) {
        return Sha256.hex(reportSha256 + "\n" + body);
    }

    /** Whether body and report are still those that belong together. */
    public boolean isIntact() {
        return sha256.equals(seal(reportSha256, body));
    }

    /** The conditions, by name. */
    public JsonNode conditions() {
        return ConditionsJson.read(body);
    }
}
