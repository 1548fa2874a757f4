package org.candela.delivery;

import java.util.Locale;
import org.candela.base.Sha256;
import org.candela.report.SignedReport;

/**
 * Message control id (MSH-10), the receiver's means to know a message again: at most 20 characters in HL7 v2.5.1.
 *
 * <p>Derived from the report, its version and the channel, so that a version can never have two on one channel.
 */
public record ControlId(String value) {
    private static final int LENGTH = 20;

    /** Of a version on a channel; the first channel's is that of the version alone. */
    static ControlId of(SignedReport report, String channel) {
        String version = report.id().value() + "/" + report.version();
        return derived(channel.equals(Channels.FIRST) ? version : version + "/" + channel);
    }

    /** Of {@code bytes} on a channel. */
    static ControlId of(Parcel parcel, String channel) {
        return derived(parcel.sha256() + "/" + channel);
    }

    private static ControlId derived(String name) {
        return new ControlId("C" + Sha256.hex(name).substring(0, LENGTH - 1).toUpperCase(Locale.ROOT));
    }
}
