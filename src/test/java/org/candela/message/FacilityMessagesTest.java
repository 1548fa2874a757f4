package org.candela.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage.About;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Opened;
import org.candela.message.FacilityMessage.Told;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~message.kept~1]
class FacilityMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Database database;
    private FacilityMessages messages;

    private static Told told(String text) {
        return new Told(new FacilityId("north"), Kind.ENTERED, "front desk", About.FACILITY, text);
    }

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        messages = new FacilityMessages(database, new AuditLog(), clock);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private long audited(String action) throws StoreException {
        return database.read(tx ->
                        tx.query("SELECT * FROM audit_event WHERE action = ?", row -> row.string("actor"), action))
                .size();
    }

    @Test
    void aMessageIsUnreadUntilItIsOpenedAndThatIsAuditedOnce() throws Exception {
        messages.enter(told("Scanner 2 is down"), "reader");
        FacilityMessage unread = messages.unread().get(0);

        FacilityMessage opened = messages.open(unread.id(), "reader");
        messages.open(unread.id(), "somebody else");

        assertTrue(unread.isUnread());
        assertEquals(Optional.of(new Opened(NOW, "reader")), opened.opened());
        assertEquals(List.of(), messages.unread());
        assertEquals(1, audited("MESSAGE_KEPT"));
        assertEquals(1, audited("MESSAGE_READ"));
    }

    @Test
    void unreadMessagesSurviveARestart() throws Exception {
        messages.enter(told("Scanner 2 is down"), "reader");
        database.close();
        open();

        assertEquals("Scanner 2 is down", messages.unread().get(0).told().text());
    }

    @Test
    void unreadOnesStandFirstThenTheNewest() throws Exception {
        messages.enter(told("one"), "reader");
        messages.enter(told("two"), "reader");
        messages.enter(told("three"), "reader");
        messages.open(3, "reader");

        assertEquals(
                List.of("two", "one", "three"),
                messages.list().stream().map(message -> message.told().text()).toList());
    }

    @Test
    void noMessageCanBeChangedOrTakenAway() throws Exception {
        messages.enter(told("one"), "reader");

        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM facility_message")));
        assertThrows(
                StoreException.class,
                () -> database.change(tx -> tx.update("UPDATE facility_message SET text = 'two'")));
    }

    @Test
    void aMessageThatIsNotThereIsSaid() {
        CandelaException none = assertThrows(CandelaException.class, () -> messages.open(7, "reader"));

        assertEquals("message.none", none.code());
    }

    @Test
    void aMessageIsAboutItsStudyElseAboutItsAccessionNumber() {
        Uid study = new Uid("1.2.3");

        assertTrue(new About(Optional.of(study), "").isAbout(study, ""));
        assertTrue(new About(Optional.empty(), "AC1").isAbout(study, "AC1"));
        assertTrue(!new About(Optional.of(new Uid("1.2.4")), "AC1").isAbout(study, "AC1"));
        assertTrue(!About.FACILITY.isAbout(study, ""));
    }
}
