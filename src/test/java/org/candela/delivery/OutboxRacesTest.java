package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes under the hands of the outbox. */
class OutboxRacesTest {
    private static final Answer ACCEPTED = Answer.accepted("", "MSH|...\rMSA|AA|x\r");

    private final MovableClock clock = new MovableClock();
    private final ReportDraft draft = ReportSamples.draft();

    @TempDir
    private Path folder;

    private DeliveryDesk desk;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        desk = new DeliveryDesk(folder, clock);
        desk.deliverTo(new MllpEndpoint("127.0.0.1", 2575, "RIS", "FAC"));
        outbox = desk.outbox;
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    /** Two looks at once: while one judges what it read, the other may begin to send on the same line. */
    // [utest->req~delivery.kill~1]
    @Test
    void aLineThatSomebodyTakesWhileItIsJudgedIsLeftAlone() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        OutboxMessage unused = outbox.take(outbox.due().get(0)).orElseThrow();
        Set<String> takenJustNow = new HashSet<>() {
            @Override
            public boolean contains(Object line) {
                return false; // free when it was looked at
            }

            @Override
            public boolean add(String line) {
                return false; // and taken before it could be held
            }
        };

        outbox.recover(takenJustNow);

        assertEquals(List.of(OutboxState.SENDING), desk.states(draft));
    }

    // [utest->req~delivery.channels~1]
    @Test
    void whatWasQueuedForOneWayDoesNotGoByAnother() throws Exception {
        channel("line", Way.HL7, "mllp://127.0.0.1:2575", Need.REQUIRED);
        desk.sign(draft, SignatureMeaning.FINAL);
        channel("line", Way.FOLDER, folder.toString(), Need.REQUIRED);
        OutboxMessage taken = outbox.take(outbox.due().get(0)).orElseThrow();

        CandelaException refused = assertThrows(CandelaException.class, () -> outbox.ticket(taken));

        assertEquals("delivery.other-way", refused.code());
        channel("line", Way.HL7, "mllp://127.0.0.1:2576", Need.REQUIRED);
        assertEquals("mllp://127.0.0.1:2576", outbox.ticket(taken).channel().address());
    }

    // [utest->req~delivery.proof~1]
    @Test
    void anAcceptanceCountsAlsoWhenTheMessageWasTakenForLostMeanwhile() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        OutboxMessage sent = outbox.take(outbox.due().get(0)).orElseThrow();
        clock.advance(Duration.ofSeconds(5));
        outbox.recover(new HashSet<>());

        outbox.settle(sent, "mllp://127.0.0.1:2575", ACCEPTED);

        assertEquals(List.of(OutboxState.ACKED), desk.states(draft));
        assertEquals(
                sent.progress().changedAt(),
                new ProofBook(desk.ledger.database())
                        .of(draft.id())
                        .get(0)
                        .receipt()
                        .sentAt());
    }

    private void channel(String name, Way way, String address, Need need) throws StoreException {
        new Channels(desk.ledger).save(new DeliveryChannel(ReportSamples.CLINIC, name, way, address, need, Map.of()));
    }
}
