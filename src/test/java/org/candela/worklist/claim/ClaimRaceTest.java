package org.candela.worklist.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.worklist.claim.WorkitemServer.Dialect;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two processes race for a thousand workitems while one or the other is killed, and answers are lost. */
// [utest->req~worklist.claim.exclusive~1]
// [utest->req~worklist.claim.survives~1]
class ClaimRaceTest {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimRaceTest.class);
    private static final int WORKITEMS = 1_000;
    private static final int LOST_ANSWERS = 23;
    private static final long PATIENCE_SECONDS = 240;
    private static final long MEETING_MILLIS = 5_000;
    private static final int CLAIMS_BETWEEN_KILLS = 120;

    @TempDir
    private Path folder;

    private Process start(String name, WorkitemServer server) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RacingReader.class.getName(),
                        folder.resolve(name).toString(),
                        server.root().toString(),
                        String.valueOf(WORKITEMS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @ParameterizedTest
    @EnumSource
    void exactlyOneDeskHasEachOfAThousandWorkitems(Dialect dialect) throws Exception {
        try (WorkitemServer server = new WorkitemServer(dialect)) {
            server.meet(MEETING_MILLIS);
            server.loseEveryAnswer(LOST_ANSWERS);
            int kills = race(server, new Random(dialect.name().length()));

            int first = 0;
            try (Database one = open("one");
                    Database two = open("two")) {
                for (int number = 0; number < WORKITEMS; number++) {
                    Workitem workitem = RacingReader.workitem(number);
                    String owner = server.owner(workitem.uid().value()).orElseThrow();
                    List<Boolean> has = List.of(isOwned(one, workitem, owner), isOwned(two, workitem, owner));
                    assertEquals(1, has.stream().filter(it -> it).count(), workitem + " owned by " + has);
                    first += has.get(0) ? 1 : 0;
                }
            }
            LOG.info("{}: {} of {} went to the first desk, {} kills", dialect, first, WORKITEMS, kills);
            assertTrue(kills >= 5, kills + " kills");
            assertTrue(first > 0 && first < WORKITEMS, first + " of " + WORKITEMS + ": nobody raced");
        }
    }

    /** Until both are through; returns how often one was killed. */
    private int race(WorkitemServer server, Random random) throws Exception {
        String[] names = {"one", "two"};
        Process[] desks = {start(names[0], server), start(names[1], server)};
        int kills = 0;
        int next = CLAIMS_BETWEEN_KILLS;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (desks[0].isAlive() || desks[1].isAlive()) {
                assertTrue(System.nanoTime() < end, "the race did not end");
                int which = random.nextInt(2);
                boolean hasEnded = desks[which].waitFor(5, TimeUnit.MILLISECONDS);
                if (hasEnded) {
                    server.meet(0);
                } else if (server.claims() >= next) {
                    desks[which].destroyForcibly().waitFor();
                    desks[which] = start(names[which], server);
                    next += CLAIMS_BETWEEN_KILLS + random.nextInt(CLAIMS_BETWEEN_KILLS);
                    kills++;
                }
            }
        } finally {
            desks[0].destroyForcibly();
            desks[1].destroyForcibly();
        }
        return kills;
    }

    private Database open(String name) throws StoreException {
        return Database.open(folder.resolve(name), Clock.systemUTC());
    }

    private static boolean isOwned(Database database, Workitem workitem, String owner) throws StoreException {
        Optional<WorkitemClaim> claim = database.read(tx -> ClaimRepository.find(tx, workitem));
        return claim.filter(found -> found.state() == WorkitemClaim.State.OWNED)
                .filter(found -> found.transaction().value().equals(owner))
                .isPresent();
    }
}
