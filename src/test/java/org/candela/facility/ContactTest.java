package org.candela.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~facility.contact~1]
class ContactTest {
    private static final Contact PHYSICS =
            new Contact("Radiology", "R 12", "Medical physics", "physics@a.example", "+1 555 0100", "QA office");

    @TempDir
    private Path folder;

    @Test
    void whoIsResponsibleIsRememberedAndNothingElseChanges() throws Exception {
        Facility before = Facility.of(new FacilityId("a"), "A", URI.create("https://a.example/dicom-web"))
                .withQaProfile("nyc-pdm");
        try (Database database = Database.open(folder.resolve("a.db"), Clock.systemUTC())) {
            Facilities facilities = new Facilities(database, new AuditLog(), Clock.systemUTC());
            facilities.add(before);
            assertEquals(Contact.NONE, facilities.list().get(0).contact());

            facilities.add(before.withContact(PHYSICS).withName("A renamed"));

            Facility after = facilities.list().get(0);
            assertEquals(PHYSICS, after.contact());
            assertEquals("A renamed", after.name());
            assertEquals("nyc-pdm", after.qaProfile());
        }
    }

    @ParameterizedTest
    @CsvSource({"not an address, ''", "a@b@c, ''", "'', call me", "'', 12"})
    void whatIsNoAddressOrNumberIsRefused(String mail, String phone) {
        assertThrows(IllegalArgumentException.class, () -> new Contact("", "", "", mail, phone, ""));
    }

    @Test
    void aLineBreakIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Contact("a\nb", "", "", "", "", ""));
    }
}
