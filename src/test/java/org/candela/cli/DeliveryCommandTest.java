package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Outbox;
import org.candela.delivery.OutboxPump;
import org.candela.delivery.RetryPolicy;
import org.candela.delivery.hl7.Hl7Carriers;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.delivery~1] [utest->req~cli.delivery-mapping~1]
class DeliveryCommandTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aFacility() throws Exception {
        Ledger ledger = ReportSamples.ledger(folder, CLOCK);
        try (var database = ledger.database()) {
            new Facilities(database, ledger.audit(), CLOCK)
                    .add(Facility.of(ReportSamples.CLINIC, "County Clinic", URI.create("http://localhost/web")));
        }
    }

    @Test
    void channelsAreAddedListedAndDropped() {
        assertEquals(Candela.NO, run("channels", "clinic"));
        assertTrue(out.toString().contains("candela delivery add clinic NAME WAY ADDRESS"), out.toString());

        assertEquals(0, run("add", "clinic", "hl7", "hl7", "mllps://hl7.example:2575"));
        assertEquals(0, run("add", "clinic", "paper", "print", "desk", "--optional"));
        assertEquals(
                0, run("add", "clinic", "archive", "dicom-web", "https://pacs.example/web", "--option", "object=pdf"));
        assertEquals(0, run("drop", "clinic", "paper"));
        assertEquals(0, run("channels", "clinic"));

        assertEquals(
                "archive  dicom-web  https://pacs.example/web  object=pdf\nhl7  hl7  mllps://hl7.example:2575\n",
                out.toString());
    }

    @Test
    void whatCannotBeAChannelIsRefusedSayingWhatItShouldBe() {
        assertTrue(run("add", "clinic", "x", "hl7", "http://hl7.example") != 0);
        assertTrue(err.toString().contains("mllp://HOST:PORT"), err.toString());
        assertTrue(run("add", "clinic", "x", "pigeon", "roof") != 0);
        assertTrue(err.toString().contains("no way \"pigeon\"; there are hl7"), err.toString());
        assertTrue(run("add", "clinic", "x", "fhir", "https://f.example", "--option", "object=sr") != 0);
        assertTrue(err.toString().contains("fhir knows no option object=sr"), err.toString());
        assertTrue(run("channels", "nowhere") != 0);
        assertTrue(err.toString().contains("candela facility list"), err.toString());
    }

    // [utest->req~delivery.mapping-versions~1]
    @Test
    void aMappingIsCheckedLookedAtAndKeptVersionByVersion() throws Exception {
        Path mapping = Files.writeString(
                folder.resolve("clinic.yaml"), "schema: 1\nversion: 2.4\nreceiver: { application: KIS }\n");

        assertEquals(0, run("mapping", "check", mapping.toString()));
        assertEquals(0, run("mapping", "preview", mapping.toString(), "--meaning", "PRELIMINARY"));
        assertTrue(out.toString().contains("|KIS|preview|"), out.toString());
        assertTrue(out.toString().contains("OBR|1|PL55^KIS|AC99^KIS|"), out.toString());
        assertEquals(0, run("mapping", "use", "clinic", mapping.toString()));
        assertEquals(0, run("mapping", "use", "clinic", "rad28-2.5"));
        assertEquals(0, run("mapping", "show", "clinic"));
        assertTrue(out.toString().contains("# version 2"), out.toString());
        assertEquals(0, run("mapping", "preview", "clinic"));
        assertTrue(out.toString().contains("^SR Text"), out.toString());
    }

    @Test
    void aMappingThatIsNoneIsRefusedByFileAndLine() throws Exception {
        Path mapping = Files.writeString(folder.resolve("bad.yaml"), "schema: 1\nversion: 2.6\n");

        assertTrue(run("mapping", "use", "clinic", mapping.toString()) != 0);

        assertTrue(err.toString().contains("bad.yaml"), err.toString());
        assertTrue(err.toString().contains("(line 2)"), err.toString());
    }

    // [utest->req~delivery.proof-export~1]
    @Test
    void theProofNamesWhatWasSentWhereAndWhatWasAnswered() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        assertEquals(Candela.NO, run("proof", draft.id().value()));
        deliver(draft);
        Path json = folder.resolve("proof.json");
        Path pdf = folder.resolve("proof.pdf");

        assertEquals(0, run("proof", draft.id().value(), "--export", json.toString()));
        assertEquals(0, run("proof", draft.id().value(), "--export", pdf.toString()));

        String text = Files.readString(json);
        assertTrue(text.contains("\"isWhole\" : true"), text);
        assertTrue(text.contains("MSA|AA|"), text);
        assertTrue(text.matches("(?s).*\"parcelSha256\" : \"[0-9a-f]{64}\".*"), text);
        assertTrue(!text.contains("Zebedee"), "no patient in a proof");
        assertEquals("%PDF", new String(Files.readAllBytes(pdf), 0, 4, StandardCharsets.US_ASCII));
    }

    private void deliver(ReportDraft draft) throws Exception {
        Ledger ledger = ReportSamples.ledger(folder, CLOCK);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                var database = ledger.database()) {
            Facilities facilities = new Facilities(database, ledger.audit(), CLOCK);
            facilities.add(facilities.find(ReportSamples.CLINIC).orElseThrow().withMllp(receiver.endpoint()));
            Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
            DeliveryBoard board = new DeliveryBoard(outbox, ledger);
            Semaphore changed = new Semaphore(0);
            board.onChange(changed::release);
            try (OutboxPump pump = new OutboxPump(
                    outbox, Map.of(Way.HL7, Hl7Carriers.plain(ledger, Duration.ofSeconds(20))), threads, threads)) {
                pump.start();
                var signed = ReportSamples.signing(ledger, outbox)
                        .sign(ReportSamples.request(draft, SignatureMeaning.FINAL));
                assertTrue(signed.toString().startsWith("Signed"), signed.toString());
                while (outbox.waiting() > 0) {
                    assertTrue(changed.tryAcquire(20, TimeUnit.SECONDS));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(DeliveryCommand.commandLine(() -> folder.resolve("candela.db"), CLOCK)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 1];
        all[0] = "delivery";
        System.arraycopy(args, 0, all, 1, args.length);
        return line.execute(all);
    }
}
