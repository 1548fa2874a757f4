package org.candela.message.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage;
import org.candela.message.FacilityMessage.About;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Told;
import org.candela.message.FacilityMessages;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~message.seen~1]
class MessagesViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FacilityMessages messages;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MessagesViewModel model;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("m.db"), CLOCK);
        messages = new FacilityMessages(database, new AuditLog(), CLOCK);
        model = new MessagesViewModel(
                messages,
                new MessagesViewModel.Threads(Runnable::run, Runnable::run),
                new MessagesViewModel.Seat("reader", CLOCK));
        messages.enter(
                new Told(
                        new FacilityId("north"),
                        Kind.ORDER_NOTE,
                        "ORDER^OLGA",
                        new About(Optional.empty(), "AC1"),
                        "Call before reading"),
                "feed");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aMessageThatComesIsCountedByItself() {
        assertEquals(1, model.unreadProperty().get());
    }

    @Test
    void theLineTellsOfAMessageAndOnlyOpeningItTellsItsWordsAndCounts() {
        FacilityMessage message = model.all().get(0);
        String line = model.line(message);

        assertTrue(line.contains("29 Nov 2026 03:00 UTC") && line.contains("about AC1"), line);
        assertFalse(line.contains("Call before"), line);
        assertEquals("", model.textProperty().get());

        model.open(message).join();

        assertEquals("Call before reading", model.textProperty().get());
        assertEquals(0, model.unreadProperty().get());
        model.close();
        assertEquals("", model.textProperty().get());
    }

    @Test
    void whatCannotBeKeptAsOpenedStaysUnreadAndIsSaid() throws Exception {
        FacilityMessage message = model.all().get(0);
        database.write(tx -> tx.update("DROP TABLE audit_event"));

        model.open(message).join();

        assertEquals("", model.textProperty().get());
        assertEquals(1, model.unreadProperty().get());
        assertFalse(model.problemProperty().get().isEmpty());
    }
}
