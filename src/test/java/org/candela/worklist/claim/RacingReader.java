package org.candela.worklist.claim;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;

/** A process that claims one workitem after the other until each is decided, and may be killed at any moment. */
final class RacingReader {
    static final FacilityId CLINIC = new FacilityId("clinic");
    static final String DONE = "done";

    private RacingReader() {}

    static Workitem workitem(int number) {
        return new Workitem(CLINIC, new Uid("1.2.3." + number), new Uid("1.2.4." + number));
    }

    static WorkitemClaims claims(Database database, URI root) {
        UpsClient ups = new UpsClient(WebEndpoint.of(root), HttpClient.newHttpClient());
        return new WorkitemClaims(Map.of(CLINIC, ups), database, new AuditLog(), Clock.systemUTC());
    }

    /** Arguments: the database, the root of the service, how many workitems. */
    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws Exception {
        Cancellation never = new Cancellation();
        String reader = Path.of(args[0]).getFileName().toString();
        try (Database database = Database.open(Path.of(args[0]), Clock.systemUTC())) {
            WorkitemClaims claims = claims(database, URI.create(args[1]));
            while (claims.settle(never) > 0) {
                Thread.onSpinWait();
            }
            for (int number = first(database); number < Integer.parseInt(args[2]); number++) {
                while (claims.claim(workitem(number), reader, never) == Claimed.UNKNOWN) {
                    Thread.onSpinWait();
                }
            }
            System.out.println(DONE);
        }
        System.exit(0);
    }

    /** Where it was when it was killed. */
    private static int first(Database database) throws Exception {
        return database.read(tx -> tx.one("SELECT count(*) AS n FROM workitem_claim", row -> row.intValue("n")))
                .orElse(0);
    }
}
