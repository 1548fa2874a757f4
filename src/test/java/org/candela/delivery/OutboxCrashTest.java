package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.audit.AuditVerifier;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program ends between any two of its writes and sendings, and is started again. */
// [utest->req~delivery.crash-points~1]
class OutboxCrashTest {
    /** Enough that the last ones are after the end. */
    private static final int POINTS = 24;

    private final MovableClock clock = new MovableClock();
    private final List<String> received = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The program is no more; an error, so that nothing on the way takes it for a failure of its own. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts the steps of the program and ends it at one of them. */
    private static final class Fate {
        private final int last;
        private int step;

        Fate(int last) {
            this.last = last;
        }

        void step() {
            step++;
            if (step == last) {
                throw new Killed();
            }
        }
    }

    /** Takes everything, and is told from which side of the receipt the program dies. */
    private final class Receiver implements Carrier {
        private final Fate fate;

        Receiver(Fate fate) {
            this.fate = fate;
        }

        @Override
        public Parcel pack(Consignment consignment) {
            fate.step();
            String text = consignment.ticket().controlId() + " "
                    + consignment.report().version();
            return new Parcel("text/plain", text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Answer send(Consignment.Ticket ticket, Parcel parcel) {
            fate.step();
            received.add(new String(parcel.bytes(), StandardCharsets.UTF_8));
            fate.step();
            return Answer.accepted("", "AA " + ticket.controlId());
        }
    }

    @Test
    void atNoPointIsAnythingLostOrDoubledBeyondAResendOfTheSame() throws Exception {
        int survived = 0;
        for (int point = 1; point <= POINTS; point++) {
            received.clear();
            Path home = folder.resolve("killed-at-" + point);
            ReportDraft draft = ReportSamples.draft();
            boolean isKilled = run(home, draft, new Fate(point));
            boolean isKilledAgain = run(home, draft, new Fate(Integer.MAX_VALUE));
            requireBothInOrderOnce(home, point);
            assertTrue(!isKilledAgain);
            survived += isKilled ? 0 : 1;
        }
        assertTrue(survived > 0, "the points reach beyond the end");
    }

    /** One life of the program: signs what is not signed, sends what is not acknowledged; whether it was killed. */
    private boolean run(Path home, ReportDraft draft, Fate fate) throws Exception {
        try (DeliveryDesk desk = new DeliveryDesk(home, clock)) {
            desk.deliverTo(new MllpEndpoint("127.0.0.1", 2575, "RIS", "FAC"));
            for (SignatureMeaning meaning : List.of(SignatureMeaning.PRELIMINARY, SignatureMeaning.FINAL)) {
                if (desk.count("SELECT count(*) AS n FROM signed_report WHERE meaning = '" + meaning + "'") == 0) {
                    desk.sign(draft, meaning);
                    fate.step();
                }
            }
            deliver(desk, fate);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private void deliver(DeliveryDesk desk, Fate fate) throws Exception {
        Outbox outbox = desk.outbox;
        Receiver receiver = new Receiver(fate);
        outbox.recover(new HashSet<>());
        fate.step();
        for (List<OutboxMessage> due = outbox.due(); !due.isEmpty(); due = outbox.due()) {
            Optional<OutboxMessage> taken = outbox.take(due.get(0));
            fate.step();
            OutboxMessage sent = taken.orElseThrow();
            Consignment.Ticket ticket = outbox.ticket(sent);
            Parcel parcel = outbox.parcel(sent, ticket, receiver);
            fate.step();
            Answer answer = receiver.send(ticket, parcel);
            outbox.settle(sent, ticket.channel().address(), answer);
            fate.step();
        }
    }

    private void requireBothInOrderOnce(Path home, int point) throws Exception {
        try (DeliveryDesk desk = new DeliveryDesk(home, clock)) {
            assertEquals(2, desk.count("SELECT count(*) AS n FROM signed_report"), "killed at " + point);
            assertEquals(2, desk.count("SELECT count(*) AS n FROM delivery_receipt"), "killed at " + point);
            assertEquals(2, desk.count("SELECT count(*) AS n FROM outbox WHERE state = 'ACKED'"));
            List<String> distinct = received.stream().distinct().toList();
            assertEquals(2, distinct.size(), () -> "killed at " + point + ": " + received);
            assertTrue(distinct.get(0).endsWith(" 1") && distinct.get(1).endsWith(" 2"), received::toString);
            assertTrue(received.size() <= 3, () -> "more than one resend: " + received);
            assertTrue(AuditVerifier.verify(desk.ledger.database()).isIntact());
        }
    }
}
