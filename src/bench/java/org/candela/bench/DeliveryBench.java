package org.candela.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.audit.AuditLog;
import org.candela.base.Uid;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Outbox;
import org.candela.delivery.OutboxPump;
import org.candela.delivery.RetryPolicy;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.hl7.Hl7Carrier;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MllpClient;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ReadingPriority;
import org.candela.net.mllp.MllpLimits;
import org.candela.net.mllp.MllpServer;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.ReportDraft;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedPriors;
import org.candela.report.ReportedStudy;
import org.candela.report.SignContext;
import org.candela.report.SignGate;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReportListener;
import org.candela.report.Signer;
import org.candela.report.Signing;
import org.candela.report.check.SignRules;
import org.candela.report.template.Template;
import org.candela.report.template.Templates;
import org.candela.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench delivery}: from the signature to the facility's acknowledgement, on loopback. */
@Command(
        name = "bench delivery",
        description = {
            "Measures how long a preliminary report takes from its signature to the disk (budget 50 ms), from there to the",
            "wire (budget 1 s), and to the acknowledgement of a receiver on loopback (budget 5 s)."
        },
        footer = {"", "Exit code: 0; 1 when a median is beyond its budget, 2 bad input."})
final class DeliveryBench implements Callable<Integer> {
    private static final FacilityId CLINIC = new FacilityId("clinic");
    private static final Signer SIGNER = new Signer("1999", "DOE", "JOHN");
    private static final double NANOS_A_MILLI = 1e6;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean isHelpWanted;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    private final AtomicLong begun = new AtomicLong();
    private final BlockingQueue<Long> committed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> acknowledged = new LinkedBlockingQueue<>();

    public static void main(String[] args) {
        System.exit(new picocli.CommandLine(new DeliveryBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("delivery-bench");
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
        try (Database database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
                MllpServer server = MllpServer.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        MllpLimits.STANDARD,
                        this::answer)) {
            threads.execute(server::run);
            return measure(new Ledger(database, new AuditLog(), Clock.systemUTC()), server, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] answer(byte[] message) {
        arrived.add(System.nanoTime());
        String id = new String(message, StandardCharsets.UTF_8).split("\\|", -1)[9];
        return ("MSH|^~\\&|RIS|FAC|||20261124013015||ACK^R01|X1|P|2.5.1\rMSA|AA|" + id + "\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    private int measure(Ledger ledger, MllpServer server, ScheduledExecutorService threads) throws Exception {
        Facilities facilities = new Facilities(ledger.database(), ledger.audit(), ledger.clock());
        facilities.add(Facility.of(CLINIC, "Clinic", URI.create("http://127.0.0.1:1/"))
                .withMllp(new MllpEndpoint("127.0.0.1", server.address().getPort(), "RIS", "FAC")));
        Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
        SignedReportListener watch = (tx, report) -> {
            begun.set(System.nanoTime());
            tx.afterCommit(() -> committed.add(System.nanoTime()));
        };
        Pins pins = new Pins(ledger);
        pins.enrol(SIGNER, "2468".toCharArray());
        Signing signing = new Signing(ledger, pins, SignRules.standard(), SignGate.OPEN, List.of(watch, outbox));
        DeliveryBoard board = new DeliveryBoard(outbox, ledger);
        try (OutboxPump pump = new OutboxPump(
                outbox,
                Map.of(
                        Way.HL7,
                        new Hl7Carrier(
                                new MappingBook(ledger),
                                new MllpClient(Duration.ofSeconds(30)),
                                (facility, channel) -> {
                                    throw new IllegalStateException("no TLS here");
                                },
                                report -> ReportPdf.of(report, ledger.clock().getZone()))),
                threads,
                threads)) {
            pump.start();
            return rounds(signing, board);
        }
    }

    private int rounds(Signing signing, DeliveryBoard board) throws Exception {
        List<Double> toDisk = new ArrayList<>();
        List<Double> toWire = new ArrayList<>();
        List<Double> toAnswer = new ArrayList<>();
        Template template = Templates.shipped().forStudy("CT", "CT CHEST");
        for (int i = 0; i < rounds; i++) {
            ReportDraft draft = draft(i, template);
            SignResult result = signing.sign(new SignRequest(
                    new SignContext(
                            draft,
                            template,
                            SignatureMeaning.PRELIMINARY,
                            List.of(draft.study().studyInstanceUid())),
                    Set.of(),
                    SIGNER.id(),
                    "2468".toCharArray()));
            long disk = next(committed, result);
            long wire = next(arrived, result);
            while (board.of(draft.id()).stream()
                    .anyMatch(one -> one.state() != org.candela.report.DeliveryStanding.State.ACKNOWLEDGED)) {
                Thread.onSpinWait();
            }
            toDisk.add((disk - begun.get()) / NANOS_A_MILLI);
            toWire.add((wire - disk) / NANOS_A_MILLI);
            toAnswer.add((System.nanoTime() - wire) / NANOS_A_MILLI);
        }
        boolean isWithin = print("signature to disk", toDisk, 50);
        isWithin &= print("disk to wire", toWire, 1000);
        isWithin &= print("wire to acknowledged", toAnswer, 5000);
        return isWithin ? 0 : 1;
    }

    private static long next(BlockingQueue<Long> moments, SignResult result) throws InterruptedException {
        Long moment = moments.poll(30, TimeUnit.SECONDS);
        if (moment == null) {
            throw new IllegalStateException(
                    "nothing within 30 s after " + result.getClass().getSimpleName());
        }
        return moment;
    }

    private static boolean print(String what, List<Double> millis, double budget) {
        Collections.sort(millis);
        double median = millis.get(millis.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "%-22s median %8.2f ms   95%% %8.2f ms   longest %8.2f ms   budget %5.0f ms   median/budget %.3f%n",
                what,
                median,
                millis.get((int) (millis.size() * 0.95)),
                millis.get(millis.size() - 1),
                budget,
                median / budget);
        return median <= budget;
    }

    private static ReportDraft draft(int number, Template template) {
        ReportedStudy study = new ReportedStudy(
                CLINIC,
                new Uid("2.25.1" + number),
                new ReportedPatient("DOE^JANE", "MRN123", "CLINIC", "19700101", "F"),
                new ReportedOrder(
                        "AC" + number,
                        "PL" + number,
                        "71250",
                        "ORDER^DR",
                        new ReportedOrder.Examination("CT", "CT CHEST", LocalDateTime.of(2026, 11, 24, 1, 5)),
                        ReadingPriority.STAT),
                ReportedPriors.NONE);
        ReportDraft draft = ReportDraft.begin(study, template);
        for (String field : Arrays.asList("findings", "impression")) {
            draft = draft.withText(field, "No acute disease.");
        }
        return draft.withText("comparison", "None.");
    }
}
