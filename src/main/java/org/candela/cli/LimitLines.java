package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.candela.calibration.ProfileLimit;

/** A limit of a standard as the command line writes it. */
final class LimitLines {
    private LimitLines() {}

    /** Quantity, operator, number and where it is measured: {@code "κδ <= 0.1 (18 levels)"}. */
    static String bound(ProfileLimit limit) {
        String where = limit.measuredAt().description();
        return limit.quantity().symbol() + " " + limit.operator().sign() + " " + number(limit)
                + (where.isEmpty() ? "" : " (" + where + ")");
    }

    /** Clause, edition, source and whether somebody verified it. */
    static String origin(ProfileLimit limit) {
        String verified = limit.isVerified() ? "verified by " + limit.verifiedBy() : "unverified";
        return limit.clause() + "; edition: " + limit.edition() + "; source: " + limit.source() + "; " + verified;
    }

    static ObjectNode json(ProfileLimit limit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("quantity", limit.quantity().name())
                .put("operator", limit.operator().sign());
        if (limit.isKnown()) {
            json.put("limit", limit.limit());
        }
        json.put("unit", limit.quantity().unit())
                .put("measuredAt", limit.measuredAt().description())
                .put("clause", limit.clause());
        return json.put("edition", limit.edition())
                .put("source", limit.source())
                .put("verified", limit.isVerified())
                .put("verifiedBy", limit.verifiedBy());
    }

    private static String number(ProfileLimit limit) {
        return limit.isKnown() ? unit(limit, limit.limit()) : "not known";
    }

    /** A number with its unit; percentages stay shares, as in the profiles. */
    private static String unit(ProfileLimit limit, double value) {
        String number = String.format(Locale.ROOT, "%s", value).replaceFirst("\\.0$", "");
        return switch (limit.quantity().unit()) {
            case "cd/m2" -> number + " cd/m²";
            case "lx" -> number + " lx";
            default -> number;
        };
    }
}
