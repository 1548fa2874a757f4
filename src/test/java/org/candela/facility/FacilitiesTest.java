package org.candela.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacilitiesTest {
    private static final Facility CLINIC = Facility.of(
                    new FacilityId("clinic"), "County Clinic", URI.create("https://pacs.example/dicom-web"))
            .withMllp(new MllpEndpoint("hl7.example", 2575, "RIS", "CLINIC"))
            .withStates(Set.of("TX", "GA"))
            .withAccess(new Access(
                    new SignIn(SignIn.Way.CLIENT_CREDENTIALS, "candela", "https://login.example", "dicom read"),
                    List.of("ab".repeat(32), "cd".repeat(32)),
                    "/home/me/station.p12"));

    @TempDir
    private Path folder;

    @Test
    void aFacilityComesBackAsItWasAdded() throws Exception {
        try (Database database = Database.open(folder.resolve("f.db"), Clock.systemUTC())) {
            Facilities facilities = new Facilities(database, new AuditLog(), Clock.systemUTC());

            facilities.add(CLINIC);

            assertEquals(Optional.of(CLINIC), facilities.find(CLINIC.id()));
            assertEquals(List.of(CLINIC), facilities.list());
            assertTrue(AuditVerifier.verify(database).isIntact());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://pacs.example/", "pacs.example", "http:///studies"})
    void anAddressWithoutWebOrHostIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> Facility.of(CLINIC.id(), "Clinic", URI.create(address)));
    }
}
