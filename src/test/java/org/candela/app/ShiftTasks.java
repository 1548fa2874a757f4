package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebEndpoint;
import org.candela.worklist.claim.WorkitemServer;
import org.candela.worklist.claim.WorkitemServer.Dialect;

/** The tasks to read the studies of one facility, kept on a server of its own, and what became of them. */
final class ShiftTasks implements AutoCloseable {
    private static final Uid ANOTHER = new Uid("2.25.4711");

    private final WorkitemServer server = new WorkitemServer(Dialect.DCM4CHEE);
    private final List<ShiftFiles.Listed> studies;

    ShiftTasks(String facility) throws IOException {
        studies = ShiftFiles.STUDIES.stream()
                .filter(listed -> listed.facility().equals(facility))
                .toList();
        studies.forEach(listed -> server.schedule(taskOf(listed), listed.uid().value(), listed.accession()));
    }

    private static String taskOf(ShiftFiles.Listed listed) {
        return listed.uid() + ".9";
    }

    URI root() {
        return server.root();
    }

    /** Another reader claims it, over a line of his own. */
    void takeAsAnother(ShiftFiles.Listed listed) throws CandelaException {
        UpsClient other = new UpsClient(WebEndpoint.of(server.root()), HttpClient.newHttpClient());
        assertTrue(other.claim(new Uid(taskOf(listed)), ANOTHER, new Cancellation())
                .isDone());
    }

    void requireAnothers(ShiftFiles.Listed listed) {
        assertEquals(Optional.of(ANOTHER.value()), server.owner(taskOf(listed)));
        assertEquals("IN PROGRESS", server.state(taskOf(listed)));
    }

    /** Claimed under one transaction, however often that was asked for, and ended once. */
    void requireEachCompletedOnce() {
        assertEquals(0, server.count("IN PROGRESS"), "tasks left in progress");
        for (ShiftFiles.Listed listed : studies) {
            String task = taskOf(listed);
            assertEquals("COMPLETED", server.state(task), listed.toString());
            assertEquals(1, server.completions(task), "completions of " + listed);
            assertEquals(1, server.claimants(task), "transactions that claimed " + listed);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
