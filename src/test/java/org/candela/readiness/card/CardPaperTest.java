package org.candela.readiness.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.displayqa.report.Verification;
import org.candela.readiness.Evidence;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardPaperTest {
    private static final Instant NOW = Instant.parse("2026-11-29T01:30:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private SigningKey key;

    @BeforeEach
    void open() throws Exception {
        MovableClock clock = new MovableClock(NOW);
        database = Database.open(folder.resolve("candela.db"), clock);
        key = new SigningKeys(new QaLedger(database, new AuditLog()), folder.resolve("signing.key"), clock).current();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static CardPaper card() {
        List<ReadinessItem> items = new ArrayList<>(List.of(
                ReadinessItem.ready("room.noise", "Noise", "36.2 dB(A) by Desk microphone, limit below 40.0.")
                        .with(Evidence.measured("36.2 dB(A)", NOW.minusSeconds(600), "Desk microphone")),
                ReadinessItem.ready("room.temperature", "Temperature", "22.0 °C by Wall thermometer.")
                        .with(Evidence.attested("22.0 °C", NOW.minusSeconds(900), "Wall thermometer")),
                new ReadinessItem(
                                "network.down.clinic",
                                "Link from Clinic",
                                Status.FAILED,
                                "49.9 Mbit/s sustained over 8.0 s, minimum 50.0, target 100.0.",
                                "Measure again with nothing else on the line.")
                        .about("clinic")
                        .with(Evidence.measured("49.9 Mbit/s", NOW.minusSeconds(3600), "Clinic")),
                new ReadinessItem("room.window", "Window", Status.NOT_ASSESSED, "Nobody looked in this shift.", "Look.")
                        .with(Evidence.MISSING),
                new ReadinessItem(
                        "display.qa.A.acr",
                        "Left diagnostic display, ACR",
                        Status.WARNING,
                        "Calibration of 2026-11-20: SIMULATED meter, limits met.",
                        "For demonstration only: measure with a meter.")));
        for (int i = 0; i < 26; i++) {
            items.add(ReadinessItem.ready(
                    "facility.f" + i,
                    "Facility number " + i,
                    "Answered in 24 ms, its clock 2 s behind, certificate valid."));
        }
        return new CardPaper(
                new Readiness(items, NOW),
                new CardPaper.About("Doe", "reading-room", "Candela (not built as a jar), Java 17", "2026-11"));
    }

    // [utest->req~readiness.card~1]
    @Test
    void everyItemStandsOnTheCardWithVerdictValueTimeAndSource() throws Exception {
        JsonNode card = JsonMapper.builder().build().readTree(card().json(key));

        assertEquals(31, card.path("items").size());
        assertEquals("DISPLAYS", card.at("/items/0/group").asText());
        assertEquals("SIMULATED", card.at("/items/0/basis").asText());
        JsonNode noise = MissingNode.getInstance();
        for (JsonNode item : card.path("items")) {
            noise = item.path("id").asText().equals("room.noise") ? item : noise;
        }
        assertEquals("READY", noise.path("status").asText());
        assertEquals("36.2 dB(A)", noise.path("value").asText());
        assertEquals("2026-11-29T01:20:00Z", noise.path("readAt").asText());
        assertEquals("Desk microphone", noise.path("source").asText());
        assertEquals("MEASURED", noise.path("basis").asText());
    }

    // [utest->req~readiness.card~1]
    @Test
    void theCardIsOnePageThatSaysTheSame() throws Exception {
        byte[] pdf = card().pdf(key);
        String wanted = System.getProperty("candela.shots");
        if (wanted != null) {
            Files.createDirectories(Path.of(wanted));
            Files.write(Path.of(wanted).resolve("readiness-card.pdf"), pdf);
        }

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Primary reading is allowed; look at what is marked"), text);
            assertTrue(text.contains("49.9 Mbit/s sustained"), text);
            assertTrue(text.contains("SIMULATED"), text);
            assertTrue(text.contains("attested 2026-11-29 01:15 UTC"), text);
            assertTrue(text.contains(key.fingerprint()), text);
        }
    }

    // [utest->req~readiness.card~1]
    @Test
    void anyChangeOfTheCardShows() throws Exception {
        byte[] json = card().json(key);
        byte[] pdf = card().pdf(key);

        assertEquals(Check.UNCHANGED, CardPaper.verify(json).check());
        assertEquals(Check.UNCHANGED, CardPaper.verify(pdf).check());
        assertEquals(key.fingerprint(), CardPaper.verify(pdf).keyFingerprint());

        String text = new String(json, StandardCharsets.UTF_8);
        Verification better = CardPaper.verify(text.replace("\"value\":\"49.9 Mbit/s\"", "\"value\":\"99.9 Mbit/s\"")
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(Check.CHANGED, better.check());
        assertTrue(better.firstChange().contains("99.9 Mbit/s"), better.firstChange());

        byte[] page = pdf.clone();
        int at = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        page[at - 200] ^= 1;
        assertEquals(Check.CHANGED, CardPaper.verify(page).check());
        assertEquals(
                Check.NOT_A_REPORT,
                CardPaper.verify("{\"other\":1}".getBytes(StandardCharsets.UTF_8))
                        .check());
    }
}
