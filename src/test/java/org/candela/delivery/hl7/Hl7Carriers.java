package org.candela.delivery.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.candela.base.CandelaException;
import org.candela.report.Ledger;

/** Carriers of HL7 messages for tests. */
public final class Hl7Carriers {
    private Hl7Carriers() {}

    /** One that sends without TLS, each attempt within {@code limit}. */
    public static Hl7Carrier plain(Ledger ledger, Duration limit) {
        return new Hl7Carrier(
                new MappingBook(ledger),
                new MllpClient(limit),
                (facility, channel) -> {
                    throw new CandelaException("test.no-tls", "no TLS here");
                },
                report -> "%PDF-1.4 of a test".getBytes(StandardCharsets.US_ASCII));
    }
}
