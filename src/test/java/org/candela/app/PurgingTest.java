package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.purge.PurgeLog;
import org.candela.report.Ledger;
import org.candela.report.SignatureMeaning;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes by age, looked at days later. */
class PurgingTest {
    @TempDir
    private Path folder;

    private PurgedHome home;

    @BeforeEach
    void fill() throws Exception {
        home = new PurgedHome(folder);
    }

    // [utest->req~study.purge~1]
    // [utest->req~purge.policy~1]
    // [utest->req~purge.rows~1]
    // [utest->req~purge.order~1]
    // [utest->req~store.deleted-is-gone~1]
    @Test
    void imagesGoFirstThenRowsAndTheBytesOfTheStoreKnowNothingOfThem() throws Exception {
        assertEquals(PurgedHome.WORDS, home.found(PurgedHome.WORDS));
        assertTrue(home.run(0, "purge", "policy").contains("everything stays"));
        home.clock.advance(Duration.ofDays(4000));
        assertTrue(home.run(0, "purge").contains("nothing was past its age"), "without a policy nothing goes");
        home.clock.advance(Duration.ofDays(-4000));

        home.run(2, "purge", "policy", "clinic", "--row-days", "7");
        home.run(0, "purge", "policy", "clinic", "--image-days", "30", "--row-days", "60");
        home.clock.advance(Duration.ofDays(29));
        assertTrue(home.run(0, "purge", "--dry-run").contains("images of 0 studies"));
        home.clock.advance(Duration.ofDays(2));
        assertTrue(home.run(0, "purge", "--dry-run").contains("images of 2 studies"));
        String gone = home.run(0, "purge");

        assertTrue(gone.contains("images  2 deleted"), gone);
        assertFalse(Files.exists(home.config.paths().studies().resolve(PurgedHome.FIRST.value())));
        assertEquals(1, home.count("study"));
        assertEquals(
                List.of("Rowname^Quentin", "Orderreason", "Messagewords"),
                home.found(PurgedHome.WORDS),
                "marks and sound went");

        home.clock.advance(Duration.ofDays(30));
        Path certificate = folder.resolve("gone.json");
        gone = home.run(0, "purge", "--certificate", certificate.toString());

        assertTrue(gone.contains("rows    2 deleted"), gone);
        assertEquals(0, home.count("reading WHERE facility_id = 'clinic'"));
        assertEquals(1, home.count("reading WHERE facility_id = 'other'"));
        assertEquals(0, home.count("order_version"));
        assertEquals(List.of("Rowname^Quentin"), home.found(PurgedHome.WORDS), "the other facility has no policy");
        assertEquals(1, home.count("signed_report"));
        home.run(0, "purge", "verify", certificate.toString());
        assertTrue(home.run(0, "purge").contains("nothing was past its age"), "a run that is repeated finds nothing");
        home.requireWhole();
    }

    // [utest->req~purge.holds~1]
    @Test
    void whatIsOpenClaimedUnsignedUndeliveredOrRefusedStays() throws Exception {
        home.run(0, "purge", "policy", "clinic", "--image-days", "1", "--row-days", "30");
        home.clock.advance(Duration.ofDays(100));
        for (String[] hold : new String[][] {
            {
                "UPDATE reading SET state = 'OPEN', claimed_by = 'x', claimed_at = first_seen",
                "UPDATE reading SET state = 'FINAL', claimed_by = NULL, claimed_at = NULL"
            },
            {"UPDATE reading SET state = 'PRELIMINARY'", "UPDATE reading SET state = 'FINAL'"}
        }) {
            home.change(hold[0]);
            String gone = home.run(0, "purge");
            assertTrue(gone.contains("nothing was past its age"), hold[0] + gone);
            home.change(hold[1]);
        }
        try (Database database = Database.open(home.config.store(), home.clock)) {
            Ledger ledger = new Ledger(database, new AuditLog(), home.clock);
            Outbox outbox = new Outbox(ledger, new Facilities(database, new AuditLog(), home.clock), RetryPolicy.START);
            PurgedHome.sign(ledger, outbox, PurgedHome.SECOND, SignatureMeaning.FINAL); // without an address: waits
        }
        home.clock.advance(Duration.ofDays(100));
        String dry = home.run(0, "purge", "--dry-run");
        assertTrue(dry.contains(PurgedHome.FIRST.value()) && !dry.contains(PurgedHome.SECOND.value()), dry);

        try (Shutdown shutdown = new Shutdown(Duration.ofSeconds(5))) {
            Executors executors = shutdown.closing("executors", new Executors());
            House house = House.open(home.config, home.clock, executors);
            shutdown.closing("database", house.base().database());
            Purging purging = new Purging(house, folder.resolve("tmp"), () -> Set.of(PurgedHome.FIRST));
            assertEquals(List.of(), purging.plan().images(), "it is on a screen");
            purging.cases().opened(PurgedHome.CLINIC, PurgedHome.FIRST);
            assertEquals(
                    List.of(),
                    new Purging(house, folder.resolve("tmp"), Set::of).plan().images(),
                    "it was looked at just now");
        }
    }

    // [utest->req~purge.log~1]
    @Test
    void aRunThatWasKilledGoesOnUnderItsNumberAndACancelledOneStopsBetweenStudies() throws Exception {
        home.run(0, "purge", "policy", "clinic", "--image-days", "1");
        home.clock.advance(Duration.ofDays(10));
        try (Shutdown shutdown = new Shutdown(Duration.ofSeconds(5))) {
            Executors executors = shutdown.closing("executors", new Executors());
            House house = House.open(home.config, home.clock, executors);
            shutdown.closing("database", house.base().database());
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            PurgeLog.Run run = new Purging(house, folder.resolve("tmp"), Set::of).byAge("x", cancelled);
            assertTrue(run.endedAt().isEmpty());
            assertEquals(
                    List.of(),
                    new Purging(house, folder.resolve("tmp"), Set::of).log().entries(run));
        }

        assertTrue(home.run(0, "purge").startsWith("Run 1, all"));
        assertEquals(1, home.count("purge_run"));
        assertEquals(2, home.count("purge_entry WHERE kind = 'IMAGES' AND length(subject) = 64"));
        assertThrows(StoreException.class, () -> home.change("DELETE FROM purge_entry"));
        assertThrows(StoreException.class, () -> home.change("DELETE FROM signed_report"));
        assertThrows(StoreException.class, () -> home.change("DELETE FROM facility_message"));
        assertTrue(home.run(0, "purge", "history").contains("images  2 deleted"));
    }

    // [utest->req~purge.daily~1]
    @Test
    void anOpenRoomDoesItOnceADayWhenNoCaseWasOpenForAWhile() throws Exception {
        home.run(0, "purge", "policy", "clinic", "--image-days", "1");
        home.clock.advance(Duration.ofDays(10));
        try (Shutdown shutdown = new Shutdown(Duration.ofSeconds(5))) {
            Executors executors = shutdown.closing("executors", new Executors());
            House house = House.open(home.config, home.clock, executors);
            shutdown.closing("database", house.base().database());
            DailyPurge daily = new DailyPurge(house, folder.resolve("tmp"));
            ReadingItem.Id first = new ReadingItem.Id(PurgedHome.CLINIC, PurgedHome.FIRST);

            assertFalse(daily.look(), "the room has just opened");
            daily.shows(Set.of(PurgedHome.FIRST, PurgedHome.SECOND));
            daily.keepOpened(first);
            home.clock.advance(Duration.ofHours(1));
            assertFalse(daily.look(), "a case is open");
            daily.shows(Set.of());
            home.clock.advance(Duration.ofMinutes(9));
            assertFalse(daily.look());
            home.clock.advance(Duration.ofMinutes(1));
            assertTrue(daily.look());

            assertTrue(house.library().study(PurgedHome.FIRST).isPresent(), "it was looked at an hour ago");
            assertTrue(house.library().study(PurgedHome.SECOND).isEmpty());
            assertFalse(daily.look(), "once a day");
            home.clock.advance(Duration.ofHours(24));
            assertTrue(daily.look());
            assertTrue(house.library().study(PurgedHome.FIRST).isEmpty());
        }
    }
}
