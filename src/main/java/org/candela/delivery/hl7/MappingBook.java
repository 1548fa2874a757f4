package org.candela.delivery.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.report.Ledger;

/**
 * The mappings of the facilities, version by version; the newest counts. A facility that was told none has the shipped
 * {@value #STANDARD}.
 *
 * <p>Any thread; blocks on the disk.
 */
// [impl->req~delivery.mapping-versions~1]
public final class MappingBook {
    /** What holds where nothing was told. */
    public static final String STANDARD = "standard";

    /** Mappings to begin with, each of another kind of radiology system. */
    public static final List<String> SHIPPED = List.of(
            STANDARD, "lines-2.3.1", "formatted-2.4", "rad28-2.5", "enhanced-2.5.1", "pdf-2.5.1", "latin-2.3.1");

    private static final String ACTOR = "configuration";

    private final Ledger ledger;

    public MappingBook(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One version of a facility's mapping.
     *
     * @param version 0 for one that was shipped
     */
    public record Kept(int version, String text, Instant keptAt) {
        /** What it says; a text that is kept was read before. */
        public OruMapping mapping() throws CandelaException {
            return OruMappingReader.read(text);
        }
    }

    /** The mapping that counts for a facility. */
    public Kept of(FacilityId facility) throws CandelaException {
        Optional<Kept> newest = ledger.database().read(tx -> MappingRepository.newest(tx, facility));
        return newest.orElseGet(() -> new Kept(0, shipped(STANDARD), Instant.EPOCH));
    }

    /**
     * Keeps another version, which counts from now on; audited.
     *
     * @return its number
     * @throws CandelaException when the text is none, naming the line
     */
    public int keep(FacilityId facility, String text) throws CandelaException {
        OruMapping unused = OruMappingReader.read(text);
        Instant now = ledger.clock().instant();
        return ledger.database().write(tx -> {
            int version =
                    MappingRepository.newest(tx, facility).map(Kept::version).orElse(0) + 1;
            MappingRepository.insert(tx, facility, new Kept(version, text, now));
            ledger.audit()
                    .append(
                            tx,
                            new AuditEvent(
                                    now,
                                    ACTOR,
                                    AuditAction.FACILITY_CHANGED,
                                    "facility:" + facility,
                                    Map.of("mapping", version + " " + Sha256.hex(text))));
            return version;
        });
    }

    /** The text of a shipped mapping. */
    public static String shipped(String name) {
        String resource = "/delivery-mappings/" + name + ".yaml";
        try (InputStream file = MappingBook.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("no mapping " + name + "; there are " + SHIPPED);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program was built without " + resource, e);
        }
    }
}
