package org.candela.worklist.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;
import org.candela.worklist.claim.WorkitemServer.Dialect;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkitemClaimsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final FacilityId CLINIC = new FacilityId("clinic");
    private static final Workitem ITEM = new Workitem(CLINIC, new Uid("1.2.3"), new Uid("1.2.3.1"));
    private static final Cancellation NEVER = new Cancellation();

    @TempDir
    private Path folder;

    /** A desk of one reader. */
    private record Desk(Database database, WorkitemClaims claims) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            database.close();
        }
    }

    private Desk desk(WorkitemServer server, String name) throws Exception {
        Database database = Database.open(folder.resolve(name + ".db"), CLOCK);
        UpsClient ups = new UpsClient(WebEndpoint.of(server.root()), HttpClient.newHttpClient());
        return new Desk(database, new WorkitemClaims(Map.of(CLINIC, ups), database, new AuditLog(), CLOCK));
    }

    // [utest->req~worklist.claim.exclusive~1]
    @ParameterizedTest
    @EnumSource
    void theFirstOfTwoDesksHasIt(Dialect dialect) throws Exception {
        try (WorkitemServer server = new WorkitemServer(dialect);
                Desk one = desk(server, "one");
                Desk two = desk(server, "two")) {
            assertEquals(Claimed.OURS, one.claims().claim(ITEM, "one", NEVER));
            assertEquals(Claimed.TAKEN, two.claims().claim(ITEM, "two", NEVER));
            assertEquals(Claimed.OURS, one.claims().claim(ITEM, "one", NEVER));

            assertEquals(List.of(ITEM), one.claims().held());
            assertEquals(List.of(), two.claims().held());
            assertTrue(AuditVerifier.verify(one.database()).isIntact());
        }
    }

    // [utest->req~worklist.claim.exclusive~1]
    @ParameterizedTest
    @EnumSource
    void aClaimWhoseAnswerWasLostIsOurs(Dialect dialect) throws Exception {
        try (WorkitemServer server = new WorkitemServer(dialect);
                Desk one = desk(server, "one")) {
            server.loseEveryAnswer(1);
            Claimed first = one.claims().claim(ITEM, "one", NEVER);
            server.loseEveryAnswer(0);

            assertEquals(0, one.claims().settle(NEVER));

            assertNotEquals(Claimed.TAKEN, first);
            assertEquals(List.of(ITEM), one.claims().held());
            assertEquals(Claimed.OURS, one.claims().claim(ITEM, "one", NEVER));
        }
    }

    // [utest->req~worklist.claim.survives~1]
    @ParameterizedTest
    @EnumSource
    void whileTheFacilityIsAwayAClaimIsAnIntentThatIsSettledLater(Dialect dialect) throws Exception {
        try (WorkitemServer server = new WorkitemServer(dialect);
                Desk one = desk(server, "one");
                Desk two = desk(server, "two")) {
            server.away(true);
            assertEquals(Claimed.UNKNOWN, one.claims().claim(ITEM, "one", NEVER));
            assertEquals(1, one.claims().settle(NEVER));
            server.away(false);
            assertEquals(Claimed.OURS, two.claims().claim(ITEM, "two", NEVER));

            assertEquals(0, one.claims().settle(NEVER));

            assertEquals(List.of(), one.claims().held());
        }
    }

    // [utest->req~worklist.claim.survives~1]
    @ParameterizedTest
    @EnumSource
    void whatIsDoneOrGivenUpIsToldAlsoLater(Dialect dialect) throws Exception {
        Workitem other = new Workitem(CLINIC, new Uid("1.2.4"), new Uid("1.2.4.1"));
        try (WorkitemServer server = new WorkitemServer(dialect)) {
            try (Desk one = desk(server, "one")) {
                one.claims().claim(ITEM, "one", NEVER);
                one.claims().claim(other, "one", NEVER);
                server.away(true);
                one.claims().complete(ITEM, NEVER);
                one.claims().giveUp(other, NEVER);
                assertEquals(List.of(ITEM, other), one.claims().held());
            }
            server.away(false);
            try (Desk again = desk(server, "one")) {
                assertEquals(0, again.claims().settle(NEVER));

                assertEquals(List.of(), again.claims().held());
            }
            assertEquals("COMPLETED", server.state("1.2.3.1"));
            assertEquals("CANCELED", server.state("1.2.4.1"));
        }
    }

    // [utest->req~worklist.claim.survives~1]
    @ParameterizedTest
    @EnumSource
    void aFacilityWithoutWorkitemsKeepsNoClaim(Dialect dialect) throws Exception {
        try (WorkitemServer server = new WorkitemServer(dialect);
                Desk one = desk(server, "one")) {
            Workitem foreign = new Workitem(new FacilityId("elsewhere"), new Uid("1.2.5"), new Uid("1.2.5.1"));

            assertFalse(one.claims().isKeptBy(foreign.facility()));
            assertEquals(Claimed.UNKNOWN, one.claims().claim(foreign, "one", NEVER));
            assertEquals(Optional.empty(), server.owner("1.2.5.1"));
        }
    }
}
