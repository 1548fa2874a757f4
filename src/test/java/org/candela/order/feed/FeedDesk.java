package org.candela.order.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessages;
import org.candela.order.Orders;
import org.candela.store.Database;

/** A feed over a database of its own, with one facility that sends as {@code HIS|NORTH}. */
final class FeedDesk implements AutoCloseable {
    static final FacilityId NORTH = new FacilityId("north");

    final Database database;
    final Orders orders;
    final FacilityMessages messages;
    final OrderFeed feed;

    FeedDesk(Path folder, Clock clock) throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        AuditLog audit = new AuditLog();
        orders = new Orders(database, audit, clock);
        messages = new FacilityMessages(database, audit, clock);
        feed = new OrderFeed(
                new OrderFeed.Services(
                        database,
                        orders,
                        messages,
                        (application, facility) -> application.equals("HIS") && facility.equals("NORTH")
                                ? Optional.of(NORTH)
                                : Optional.empty()),
                clock);
    }

    String send(String message) {
        return send(message.getBytes(StandardCharsets.UTF_8));
    }

    String send(byte[] message) {
        return new String(feed.answer(message), StandardCharsets.US_ASCII);
    }

    /** MSA-1. */
    static String codeOf(String answer) {
        return answer.lines()
                .flatMap(line -> List.of(line.split("\r")).stream())
                .filter(segment -> segment.startsWith("MSA|"))
                .map(segment -> segment.split("\\|", -1)[1])
                .findFirst()
                .orElse("");
    }

    /** An order with little in it. */
    static String order(String controlId, String placer) {
        return String.join(
                "\r",
                "MSH|^~\\&|HIS|NORTH|CANDELA|HOME|20261129030000+0000||ORM^O01^ORM_O01|" + controlId + "|P|2.5.1",
                "PID|1||MRN1^^^NORTH^MR||MUSTER^ERIKA||19700102|F",
                "ORC|NW|" + placer,
                "OBR|1|" + placer + "||71260^CT chest^L|S",
                "");
    }

    @Override
    public void close() throws IOException {
        feed.close();
        try {
            database.close();
        } catch (org.candela.store.StoreException e) {
            throw new IOException(e);
        }
    }
}
