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
import org.junit.jupiter.params.provider.CsvSource;
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

    // [utest->req~facility.services~1]
    @Test
    void servicesComeBackInTheOrderTheyAreTriedAndTheLaterAddressCounts() throws Exception {
        try (Database database = Database.open(folder.resolve("f.db"), Clock.systemUTC())) {
            Facilities facilities = new Facilities(database, new AuditLog(), Clock.systemUTC());
            ServiceEndpoint vpn = service("ups/vpn", "https://10.0.0.1/rs");
            ServiceEndpoint first = service("ups", "https://ups.example/rs");
            facilities.saveService(vpn);
            facilities.saveService(service("ups", "https://old.example/rs"));
            facilities.saveService(first);
            ServiceEndpoint web = service("dicomweb/alternate", "https://two.example/dicom-web");
            facilities.saveService(web);

            assertEquals(List.of(web, first, vpn), facilities.services(CLINIC.id()));

            facilities.dropService(vpn);

            assertEquals(List.of(web, first), facilities.services(CLINIC.id()));
            assertEquals(List.of(), facilities.services(new FacilityId("other")));
            assertTrue(AuditVerifier.verify(database).isIntact());
        }
    }

    // [utest->req~facility.services~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ups; ftp://host/rs",
                "ups; https://me:secret@host/rs",
                "dimse; dicom://host:104",
                "dimse; dicom://SEVENTEENLETTERSX@host:104",
                "dimse; dicom://AET@host",
                "mwl; dicom://AET@host:104?ssl",
                "orders; RIS",
                "orders; |NORTH",
                "note/vpn; ''"
            })
    void anAddressOfAnotherFormIsRefused(String name, String address) {
        assertThrows(IllegalArgumentException.class, () -> service(name, address));
    }

    // [utest->req~facility.services~1]
    @Test
    void whatIsNeededOfAnAddressIsReadFromIt() {
        assertEquals(List.of("RIS", ""), service("orders", "RIS|").sender());
        assertEquals(
                104,
                service("mwl", "dicom://THEIRS@ris.example:104?tls&calling=OURS")
                        .uri()
                        .getPort());
    }

    private static ServiceEndpoint service(String name, String address) {
        return ServiceEndpoint.of(CLINIC.id(), name, address);
    }
}
