package org.candela.facility.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.facility.Access;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.ServiceEndpoint.Route;
import org.candela.facility.ServiceEndpoint.Service;
import org.candela.facility.SignIn;
import org.candela.facility.Turnaround;
import org.candela.facility.ui.FacilityEntry.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~facility.window~1]
class FacilityEntryTest {
    private static final FacilityId NORTH = new FacilityId("north");

    private static FacilityEntry entry(Object... fields) {
        Map<Field, String> text = new EnumMap<>(Field.class);
        text.put(Field.ID, "north");
        text.put(Field.ADDRESS, "https://pacs.example/dicom-web");
        for (int i = 0; i < fields.length; i += 2) {
            text.put((Field) fields[i], (String) fields[i + 1]);
        }
        return new FacilityEntry(text);
    }

    @Test
    void aShortNameAndAnAddressAreEnough() {
        assertEquals(Map.of(), entry().problems());

        Facility facility = entry().facility(Optional.empty());

        assertEquals(Facility.of(NORTH, "north", URI.create("https://pacs.example/dicom-web")), facility);
    }

    @ParameterizedTest
    @CsvSource({
        "ID, North Clinic",
        "ID, ''",
        "ADDRESS, ''",
        "ADDRESS, pacs.example",
        "ADDRESS, ftp://pacs.example",
        "ALTERNATE, not an address",
        "WORKITEMS, dicom://A@b:1",
        "STATES, Texas",
        "REPORTS, ris.example",
        "REPORTS, ris.example:99999",
        "REPORTS, :2575"
    })
    void whatIsWrongIsToldAtItsField(Field field, String text) {
        assertEquals(Set.of(field), entry(field, text).problems().keySet());
    }

    @Test
    void aPasswordNeedsAUserAndHttps() {
        assertEquals(Set.of(Field.USER), entry(Field.SECRET, "x").problems().keySet());
        assertEquals(
                Set.of(Field.USER),
                entry(Field.USER, "me", Field.ADDRESS, "http://pacs.example/web")
                        .problems()
                        .keySet());
        assertEquals(
                Map.of(),
                entry(Field.USER, "me", Field.ADDRESS, "http://localhost:8042/web")
                        .problems());
    }

    @Test
    void whatTheFieldsDoNotTellStaysAsItWas() {
        Access pinned = new Access(
                new SignIn(SignIn.Way.CLIENT_CREDENTIALS, "station", "https://id.example", "dicom"),
                List.of("ab"),
                "c.p12");
        Facility before = Facility.of(NORTH, "North", URI.create("https://old.example"))
                .withAccess(pinned)
                .withQaProfile("din-6868-157")
                .withTurnaround(new Turnaround(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(9)))
                .withMllp(new MllpEndpoint("ris.example", 2575, "APP", "FAC"));
        Map<Field, String> text =
                new EnumMap<>(FacilityEntry.of(before, List.of()).text());
        text.put(Field.STATES, "tx, NM");
        text.put(Field.REPORTS, "ris.example:2576");

        Facility after = new FacilityEntry(text).facility(Optional.of(before));

        assertEquals(
                before.withStates(Set.of("TX", "NM")).withMllp(new MllpEndpoint("ris.example", 2576, "APP", "FAC")),
                after);
    }

    @Test
    void aFieldThatIsEmptiedDropsItsServiceAndNoOther() {
        ServiceEndpoint alternate =
                new ServiceEndpoint(NORTH, Service.DICOM_WEB, Route.ALTERNATE, "https://two.example");
        ServiceEndpoint vpn = new ServiceEndpoint(NORTH, Service.DICOM_WEB, Route.VPN, "https://vpn.example");
        ServiceEndpoint tasks = new ServiceEndpoint(NORTH, Service.UPS_RS, Route.PRIMARY, "https://ups.example");
        Facility north = Facility.of(NORTH, "North", URI.create("https://pacs.example"));
        Map<Field, String> text = new EnumMap<>(
                FacilityEntry.of(north, List.of(alternate, vpn, tasks)).text());
        assertEquals("https://two.example", text.get(Field.ALTERNATE));
        assertEquals("https://ups.example", text.get(Field.WORKITEMS));
        text.put(Field.ALTERNATE, " ");
        text.put(Field.WORKITEMS, "https://ups2.example");

        FacilityEntry.Services services = new FacilityEntry(text).services(List.of(alternate, vpn, tasks));

        assertEquals(List.of(alternate), services.dropped());
        assertEquals(
                List.of(new ServiceEndpoint(NORTH, Service.UPS_RS, Route.PRIMARY, "https://ups2.example")),
                services.saved());
    }

    @Test
    void aPasswordIsNeverShownAgain() {
        Facility facility = Facility.of(NORTH, "North", URI.create("https://pacs.example"))
                .withAccess(new Access(new SignIn(SignIn.Way.BASIC, "me", "", ""), List.of(), ""));

        FacilityEntry shown = FacilityEntry.of(facility, List.of());

        assertEquals("me", shown.get(Field.USER));
        assertTrue(shown.get(Field.SECRET).isEmpty());
    }
}
