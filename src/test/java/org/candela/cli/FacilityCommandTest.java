package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.facility.Access;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.SignIn;
import org.candela.facility.UrgencyRules;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.trial.TrialResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityCommandTest {
    private static final String ROOT = "https://pacs.example/dicom-web";
    private static final String PIN = "AB:".repeat(31) + "AB";

    private final FacilityShelf shelf = new FacilityShelf();
    private final List<Facility> known = shelf.known;
    private final List<ServiceEndpoint> services = shelf.services;
    private final Map<Secrets.Use, String> secrets = shelf.secrets;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    // [utest->req~cli.facility-contact~1]
    @Test
    void whoIsResponsibleIsToldAndChangedWithoutLosingTheRest() {
        run(
                "facility",
                "add",
                "north",
                ROOT,
                "--display-standard",
                "nyc-pdm",
                "--department",
                "Radiology",
                "--room",
                "R 1");

        assertEquals(
                0,
                run(
                        "facility",
                        "change",
                        "north",
                        "--responsible",
                        "Medical physics",
                        "--responsible-mail",
                        "physics@north.example",
                        "--export-recipient",
                        "QA office"));

        Facility changed = known.get(known.size() - 1);
        assertEquals("nyc-pdm", changed.qaProfile());
        assertEquals("Radiology", changed.contact().department());
        assertEquals("Medical physics", changed.contact().responsible());
        assertEquals("QA office", changed.contact().exportRecipient());
    }

    // [utest->req~cli.facility-contact~1]
    @Test
    void aFacilityThatIsNotKnownIsNotChanged() {
        assertEquals(2, run("facility", "change", "nowhere", "--room", "R 1"));
        assertTrue(err.toString().contains("no facility \"nowhere\""), err.toString());
        run("facility", "add", "north", ROOT);
        assertEquals(2, run("facility", "change", "north", "--responsible-mail", "nobody"));
        assertTrue(err.toString().contains("no e-mail address: nobody"), err.toString());
    }

    // [utest->req~cli.facility~1]
    @Test
    void itsDisplayStandardIsOneThatIsKnownHere() {
        assertEquals(
                0,
                run(
                        "facility",
                        "add",
                        "north",
                        "https://pacs.example/dicom-web",
                        "--display-standard",
                        "nyc-pdm",
                        "--json"));
        assertTrue(out.toString().contains("\"displayStandard\" : \"nyc-pdm\""), out.toString());

        assertEquals(
                2,
                run("facility", "add", "south", "https://pacs.example/dicom-web", "--display-standard", "none-such"));
        assertTrue(err.toString().contains("no calibration profile none-such"), err.toString());
    }

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

    // [utest->req~cli.facility-access~1]
    @Test
    void aUserSignsInWithAPasswordFromAFileThatIsNotShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "geheim\n");

        int exit = run(
                "facility",
                "add",
                "north",
                ROOT,
                "--user",
                "me",
                "--secret-file",
                file.toString(),
                "--pin",
                PIN,
                "--json");

        assertEquals(0, exit, err.toString());
        Access access = known.get(0).access();
        assertEquals(new SignIn(SignIn.Way.BASIC, "me", "", ""), access.signIn());
        assertEquals(List.of("ab".repeat(32)), access.pins());
        assertEquals(Map.of(Secrets.Use.PASSWORD, "geheim"), secrets);
        assertFalse((out + "" + err + known).contains("geheim"));
    }

    // [utest->req~cli.facility-access~1]
    @Test
    void aProviderIsAskedByTheStationWithASecretAndByAPersonWithout(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "geheim");
        String[] provider = {"facility", "add", "north", ROOT, "--issuer", "https://login.example", "--client-id", "c"};

        assertEquals(0, run(with(provider, "--secret-file", file.toString(), "--scope", "dicom")), err.toString());
        assertEquals(0, run(provider), err.toString());

        assertEquals(
                List.of(SignIn.Way.CLIENT_CREDENTIALS, SignIn.Way.DEVICE_CODE),
                known.stream().map(one -> one.access().signIn().way()).toList());
        assertEquals("dicom", known.get(0).access().signIn().scope());
        assertTrue(out.toString().contains("candela facility sign-in north"), out.toString());
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    // [utest->req~cli.facility-access~1]
    @Test
    void signingInSaysWhereToGoAndWhatToType() {
        assertEquals(0, run("facility", "sign-in", "north"));

        assertTrue(err.toString().contains("Open https://login.example/device on any device and type ABCD-EFGH"));
    }

    // [utest->req~cli.facility-access~1]
    @ParameterizedTest
    @CsvSource({
        "http://pacs.example/dicom-web, --user, me, https only",
        "https://pacs.example/dicom-web, --client-id, me, --issuer",
        "https://pacs.example/dicom-web, --issuer, https://login.example, --client-id",
        "https://pacs.example/dicom-web, --pin, abc, 64 hexadecimal",
        "https://pacs.example/dicom-web, --user, a:b, colon",
        "https://pacs.example/dicom-web, --secret-file, /nowhere/secret, cannot be read",
    })
    void whatDoesNotGoTogetherIsRefusedWithWhatToDo(String root, String option, String value, String told) {
        assertEquals(Candela.BAD_INPUT, run("facility", "add", "north", root, option, value));

        assertEquals(List.of(), known);
        assertTrue(err.toString().contains(told), err.toString());
    }

    // [utest->req~cli.facility-services~1]
    @Test
    void furtherServicesAreToldListedAndDropped() {
        run("facility", "add", "north", ROOT, "--service", "ups=https://ups.example/rs");
        run("facility", "change", "north", "--service", "orders=RIS|NORTH", "--service", "note/vpn=Ask the help desk");

        assertEquals(0, run("facility", "services", "north", "--drop", "orders"), err.toString());

        assertEquals(
                List.of("ups", "note/vpn"),
                services.stream().map(ServiceEndpoint::name).toList());
        assertTrue(out.toString().contains("ups  https://ups.example/rs"), out.toString());
    }

    // [utest->req~cli.facility-services~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ups; NAME=ADDRESS",
                "pacs=x; no service \"pacs\"; there are",
                "ups/cable=http://a; no way \"cable\"",
                "dicomweb=https://other.example; candela facility add north URL",
                "mwl=host:104; dicom://AET@host:port"
            })
    void aServiceThatCannotBeIsRefusedBeforeAnythingIsKept(String given, String told) {
        assertEquals(Candela.BAD_INPUT, run("facility", "add", "north", ROOT, "--service", given));

        assertTrue(err.toString().contains(told), err.toString());
        assertEquals(List.of(), known);
    }

    // [utest->req~cli.facility-services~1]
    @Test
    void aPasswordIsNotSentToAnAddressThatOthersCanRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret");

        assertEquals(
                Candela.BAD_INPUT,
                run(
                        "facility",
                        "add",
                        "north",
                        ROOT,
                        "--user",
                        "me",
                        "--secret-file",
                        file.toString(),
                        "--service",
                        "ups=http://ups.example/rs"));

        assertTrue(err.toString().contains("https only: ups is http://ups.example/rs"), err.toString());
    }

    // [utest->req~cli.facility-test~1]
    @Test
    void aTestTellsWhatWorksAndWhatToDoAboutTheRestAndEndsWithOne() {
        run("facility", "add", "north", ROOT);
        TrialResult works = new TrialResult("dicomweb", ROOT, Verdict.WORKS, Duration.ofMillis(42), "answers", "");
        shelf.results = List.of(
                works,
                new TrialResult("ups", "https://ups.example", Verdict.FAILS, Duration.ZERO, "no answer", "Check it."));

        assertEquals(1, run("facility", "test", "north"));

        assertTrue(out.toString().contains("works   dicomweb  " + ROOT + "  42 ms  answers"), out.toString());
        assertTrue(out.toString().contains("FAILS   ups  https://ups.example  no answer  Check it."), out.toString());
        assertTrue(out.toString().contains("1 of 2 work"), out.toString());
        shelf.results = List.of(works);
        assertEquals(0, run("facility", "test", "north", "--json"));
        assertTrue(out.toString().contains("\"verdict\" : \"WORKS\""), out.toString());
    }

    // [utest->req~cli.facility-services~1]
    @Test
    void aServiceThatIsNotThereIsNotDropped() {
        run("facility", "add", "north", ROOT);

        assertEquals(2, run("facility", "services", "north", "--drop", "ups"));
        assertTrue(err.toString().contains("no service \"ups\" is kept"), err.toString());
    }

    // [utest->req~cli.facility-urgency~1]
    @Test
    void whatCannotBeARuleIsRefusedAndNothingKept() {
        assertEquals(2, run("facility", "add", "north", ROOT, "--sla", "STAT:CT=0m"));
        assertEquals(List.of(), known);

        assertEquals(0, run("facility", "add", "north", ROOT, "--sla", "STAT=20m,STAT:CT=15m"));
        assertEquals(0, run("facility", "change", "north", "--sla", "STAT:CT=standard"));
        assertEquals(UrgencyRules.STANDARD, shelf.rules);
        assertEquals(Duration.ofMinutes(20), known.get(1).turnaround().stat());
    }

    private int run(String... args) {
        FacilityCommand command = new FacilityCommand(shelf);
        return Candela.commandLine(() -> 0, List.of(command))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
