package org.candela.delivery.trial;

import java.util.List;
import org.candela.delivery.Door;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.JsonService;

/** The ways in, the same that reports take. */
public record Doors(
        Door<DicomWebClient> archive,
        Door<ApplicationEntity> entity,
        Door<JsonService> documents,
        Door<MllpPeer.Tls> security,
        Printers printers) {
    /** The printers of this machine. */
    @FunctionalInterface
    public interface Printers {
        /** Their names. Blocks. */
        List<String> names();
    }
}
