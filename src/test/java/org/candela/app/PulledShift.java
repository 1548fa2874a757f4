package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.demo.HomeLink;
import org.candela.demo.HomeLink.Trouble;
import org.candela.report.DeliveryStanding;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/** A scripted shift of one reader over a line that is pulled once, and what must be true when it is over. */
final class PulledShift {
    /** What a reader does with each study, and before the first. */
    static final int STEPS = 1 + ShiftFiles.STUDIES.size() * 5;

    private static final int STEPS_WITHOUT_LINE = 3;
    private static final int TRIES = 4;

    private final WindowlessDesk desk;
    private final HomeLink link;
    private final Optional<Cut> cut;
    private final List<ReportId> written = new ArrayList<>();
    private int step;
    private int stepOfPull = Integer.MAX_VALUE;
    private int rowsSeen;

    /** The line is pulled before a step of the reader, by hand. */
    record Cut(int beforeStep, Trouble trouble) {}

    /** @param cut empty when the line looks after itself */
    PulledShift(WindowlessDesk desk, HomeLink link, Optional<Cut> cut) {
        this.desk = desk;
        this.link = link;
        this.cut = cut;
    }

    /** Reads everything, first to last; the line comes back a few steps after it was pulled. */
    void play() throws Exception {
        begin();
        desk.refresh();
        look();
        for (int i = 0; i < ShiftFiles.STUDIES.size(); i++) {
            begin();
            open();
            begin();
            desk.measure();
            begin();
            written.add(desk.write("Nodule of 12 mm in study " + i + "."));
            begin();
            desk.sign(SignatureMeaning.PRELIMINARY);
            begin();
            desk.sign(SignatureMeaning.FINAL);
            int unused = desk.claims().settle();
            look();
        }
        end();
    }

    /** However late it was pulled, the line comes back, and the reader waits for the last acknowledgement. */
    private void end() throws Exception {
        desk.refresh();
        for (int tries = 0; tries < TRIES && (tries == 0 || !desk.staleWords().isEmpty()); tries++) {
            link.mend();
            desk.refresh();
        }
        desk.awaitAcknowledged(written, () -> {
            if (link.wasPulled()) {
                link.mend();
            }
        });
        for (int tries = 0; tries < TRIES && desk.claims().settle() > 0; tries++) {
            link.mend();
        }
    }

    private void begin() throws IOException {
        cut.filter(pull -> pull.beforeStep() == step).ifPresent(pull -> {
            link.pull(pull.trouble());
            stepOfPull = step;
        });
        if (link.wasPulled() && stepOfPull == Integer.MAX_VALUE) {
            stepOfPull = step;
        }
        if (step - stepOfPull == STEPS_WITHOUT_LINE) {
            link.mend();
        }
        step++;
    }

    /** A reader who finds that a study does not open reads why, and tries again; then the line is back. */
    private void open() throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            if (desk.rows().isEmpty()) {
                assertFalse(desk.staleWords().isEmpty(), "an empty list that says nothing of a facility that is away");
            } else if (desk.openNext().isPresent()) {
                return;
            }
            link.mend();
            desk.refresh();
        }
        throw new AssertionError("no study opened: " + desk.told);
    }

    /** What was on the list stays there, whatever becomes of the line. */
    private void look() throws Exception {
        int rows = desk.rows().size();
        assertTrue(rows >= rowsSeen, rows + " rows after " + rowsSeen);
        rowsSeen = rows;
    }

    /** Nothing lost, nothing twice, everything told. */
    void requireAllWell(List<Path> received) throws Exception {
        assertEquals(ShiftFiles.STUDIES.size(), desk.rows().size());
        assertEquals(List.of(), desk.staleWords());
        assertEquals(List.of(), desk.services().reports().unsignedDrafts());
        for (ShiftFiles.Listed listed : ShiftFiles.STUDIES) {
            ReadingItem item = desk.worklist()
                    .find(new ReadingItem.Id(new org.candela.facility.FacilityId(listed.facility()), listed.uid()))
                    .orElseThrow();
            assertEquals(ReadingState.FINAL, item.state());
            assertEquals(1, desk.marksOf(listed.series()), "measurements of " + listed);
        }
        requireDelivered(received);
        assertEquals(List.of(), desk.claims().lost(), "a claim of our own taken for another reader's");
        assertEquals(List.of(), desk.claims().claims().held(), "claims that are not ended");
        requireToldInWords();
        assertTrue(desk.isAuditIntact());
    }

    private void requireDelivered(List<Path> received) throws Exception {
        List<Message> messages = new ArrayList<>();
        for (Path file : received) {
            messages.add(Message.read(file));
        }
        assertEquals(2 * written.size(), messages.size(), "messages at the receivers");
        for (ReportId report : written) {
            List<SignedReport> versions = desk.services().reports().versions(report);
            assertEquals(
                    List.of(SignatureMeaning.PRELIMINARY, SignatureMeaning.FINAL),
                    versions.stream().map(SignedReport::meaning).toList());
            for (DeliveryStanding standing : desk.deliveries(report)) {
                assertEquals(DeliveryStanding.State.ACKNOWLEDGED, standing.state());
            }
            String accession = versions.get(0).study().order().accessionNumber();
            assertEquals(
                    List.of("P", "F"),
                    messages.stream()
                            .filter(message -> message.accession().equals(accession))
                            .map(Message::status)
                            .toList(),
                    "order of the versions of " + accession);
        }
        assertEquals(2L * written.size(), desk.count("SELECT count(DISTINCT control_id) AS n FROM delivery_receipt"));
        assertEquals(2L * written.size(), desk.count("SELECT count(*) AS n FROM delivery_receipt"));
        assertEquals(
                messages.size(),
                messages.stream().map(Message::controlId).distinct().count());
    }

    private void requireToldInWords() {
        for (Throwable failure : desk.told) {
            assertTrue(failure instanceof CandelaException, () -> "no words of its own: " + failure);
            String words = String.valueOf(failure.getMessage());
            assertTrue(Stream.of("north", "south").anyMatch(words::contains), () -> "names no facility: " + words);
            assertFalse(words.contains("internal error"), words);
        }
    }

    /** What matters of an ORU message. */
    private record Message(String controlId, String accession, String status) {
        private static Message read(Path file) throws IOException {
            String text = Files.readString(file);
            return new Message(field(text, "MSH", 9), field(text, "OBR", 18), field(text, "OBR", 25));
        }

        /** MSH-1 is the separator itself, so its fields count from one less. */
        private static String field(String text, String segment, int number) {
            return Stream.of(text.split("\r"))
                    .filter(line -> line.startsWith(segment + "|"))
                    .map(line -> line.split("\\|", -1))
                    .map(fields -> number < fields.length ? fields[number] : "")
                    .findFirst()
                    .orElse("");
        }
    }
}
