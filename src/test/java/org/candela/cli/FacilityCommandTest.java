package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityCommandTest {
    private final List<Facility> known = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    // [utest->req~cli.facility~1]
    @Test
    void aFacilityIsAddedByTheRootOfItsDicomWebService() {
        int exit = run("facility", "add", "north", "https://pacs.example/dicom-web", "--name", "North Clinic");

        assertEquals(0, exit, err.toString());
        assertEquals(
                List.of(Facility.of(
                        new FacilityId("north"), "North Clinic", URI.create("https://pacs.example/dicom-web"))),
                known);
    }

    // [utest->req~cli.facility~1]
    @Test
    void reportsGoWhereItIsSaid() {
        run("facility", "add", "north", "https://pacs.example/dicom-web", "--mllp", "ris.example:2575");

        assertEquals(
                Optional.of(new MllpEndpoint("ris.example", 2575, "RIS", "north")),
                known.get(0).mllp());
        assertEquals("north", known.get(0).name());
    }

    // [utest->req~cli.facility~1]
    @ParameterizedTest
    @CsvSource({
        "north, ftp://pacs.example/dicom-web",
        "north, pacs.example",
        "north, https:///dicom-web",
        "North!, https://pacs.example/dicom-web",
    })
    void whatCannotBeAFacilityIsRefusedInOneLine(String id, String address) {
        int exit = run("facility", "add", id, address);

        assertEquals(Candela.BAD_INPUT, exit);
        assertEquals(List.of(), known);
        assertTrue(err.toString().lines().findFirst().orElse("").contains(address)
                || err.toString().contains(id));
    }

    // [utest->req~cli.facility~1]
    @ParameterizedTest
    @CsvSource({"ris.example", ":2575", "ris.example:port", "ris.example:999999"})
    void aReceiverWithoutHostAndPortIsRefused(String mllp) {
        int exit = run("facility", "add", "north", "https://pacs.example/dicom-web", "--mllp", mllp);

        assertEquals(Candela.BAD_INPUT, exit);
        assertEquals(List.of(), known);
    }

    @Test
    void theListSaysWhoTakesReports() throws Exception {
        run("facility", "add", "north", "https://pacs.example/dicom-web", "--mllp", "ris.example:2575");
        run("facility", "add", "south", "http://localhost:8042/dicom-web");
        out.getBuffer().setLength(0);

        int exit = run("facility", "list", "--json");

        assertEquals(0, exit);
        JsonNode list = JsonMapper.builder().build().readTree(out.toString());
        assertEquals("north", list.at("/0/id").asText());
        assertTrue(list.at("/0/sendsReports").asBoolean());
        assertEquals("http://localhost:8042/dicom-web", list.at("/1/dicomWeb").asText());
        assertFalse(list.at("/1/sendsReports").asBoolean());
    }

    private int run(String... args) {
        FacilityCommand command = new FacilityCommand(new FacilityCommand.Directory() {
            @Override
            public void add(Facility facility) {
                known.add(facility);
            }

            @Override
            public List<Facility> list() {
                return known;
            }
        });
        return Candela.commandLine(() -> 0, List.of(command))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
