package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.candela.audit.AuditLog;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.order.OrderSamples;
import org.candela.order.Orders;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.orders~1]
// [utest->req~cli.messages~1]
class OrdersAndMessagesCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private Path store() {
        return folder.resolve("c.db");
    }

    private int run(Object command, String... args) {
        out.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(args);
    }

    private int messages(String... args) {
        return run(new MessagesCommand(this::store, CLOCK, () -> "reader-1"), args);
    }

    @BeforeEach
    void addNorth() throws Exception {
        try (Database database = Database.open(store(), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK)
                    .add(Facility.of(OrderSamples.NORTH, "North", URI.create("http://localhost/n")));
            new Orders(database, new AuditLog(), CLOCK).keep(OrderSamples.asking(OrderSamples.order(), "S"));
        }
    }

    @Test
    void aMessageIsEnteredListedAndOpened() {
        assertEquals(0, messages("add", "north", "Scanner 2 is down", "--from", "desk", "--accession", "AC1"));
        assertEquals(1, messages("list"));
        assertTrue(out.toString().contains("UNREAD") && out.toString().contains("1 unread"), out.toString());
        assertTrue(!out.toString().contains("Scanner"), "the list told what only opening shows");

        assertEquals(0, messages("open", "1"));
        assertTrue(out.toString().contains("Scanner 2 is down"), out.toString());
        assertEquals(0, messages("list"));
        assertTrue(out.toString().contains("0 unread"), out.toString());
    }

    @Test
    void aMessageOfNoFacilityIsRefused() {
        assertEquals(CommandLine.ExitCode.SOFTWARE, messages("add", "nowhere", "words"));
        assertTrue(out.toString().contains("no facility \"nowhere\""), out.toString());
    }

    @Test
    void theVersionsOfAnOrderAreTold() {
        assertEquals(0, run(new OrdersCommand(this::store, CLOCK), "history", "north", "AC1"));
        assertTrue(out.toString().contains("CT chest"), out.toString());
        assertEquals(1, run(new OrdersCommand(this::store, CLOCK), "history", "north", "AC2"));
    }

    @Test
    void aPortAloneIsOfThisMachine() {
        assertTrue(OrdersCommand.placeOf("2575").getAddress().isLoopbackAddress());
        assertEquals(2576, OrdersCommand.placeOf("127.0.0.1:2576").getPort());
        for (String wrong : new String[] {"", "host", "host:", ":2575", "99999", "1:2:x"}) {
            assertThrows(IllegalArgumentException.class, () -> OrdersCommand.placeOf(wrong), wrong);
        }
    }
}
