package org.candela.worklist.claim;

import static org.candela.worklist.claim.ClaimDesk.ACCESSION;
import static org.candela.worklist.claim.ClaimDesk.CLINIC;
import static org.candela.worklist.claim.ClaimDesk.NEVER;
import static org.candela.worklist.claim.ClaimDesk.STUDY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.candela.worklist.ClaimStanding.Kept;
import org.candela.worklist.ReadingState;
import org.candela.worklist.claim.ClaimAnswer.Outcome;
import org.candela.worklist.claim.WorkitemServer.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FacilityClaimsTest {
    private static final String TASK = "1.2.3.1";

    @TempDir
    private Path folder;

    // [utest->req~worklist.claim.study~1]
    @ParameterizedTest
    @EnumSource
    void oneReaderReadsTheOtherIsToldWhoAndWhenItIsSignedTheTaskIsDone(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect);
                ClaimDesk anna = desk("anna", server);
                ClaimDesk berta = desk("berta", server)) {
            assertEquals(Outcome.OURS, anna.open().outcome());
            assertEquals(new ClaimAnswer(Outcome.TAKEN, "anna"), berta.open());
            berta.claims.look(CLINIC, NEVER);
            anna.claims.look(CLINIC, NEVER);

            assertEquals(ReadingState.READY, berta.row().state());
            assertEquals("anna", berta.standing().detail());
            assertTrue(berta.standing().isTaken());
            assertEquals(Kept.AT_FACILITY, anna.standing().kept());

            anna.sign();
            assertEquals("IN PROGRESS", server.state(TASK));
            assertEquals(0, anna.claims.settle(NEVER));

            assertEquals("COMPLETED", server.state(TASK));
            assertEquals(List.of(), anna.claims.held());
            berta.claims.look(CLINIC, NEVER);
            assertFalse(berta.standing().isTaken());
            assertEquals(Outcome.GONE, berta.open().outcome());
        }
    }

    // [utest->req~worklist.claim.survives~1]
    @ParameterizedTest
    @EnumSource
    void aStudyOpenedWhileTheFacilityIsAwayIsClaimedWhenItAnswers(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect)) {
            server.away(true);
            try (ClaimDesk anna = desk("anna", server)) {
                assertEquals(Outcome.UNANSWERED, anna.open().outcome());
                assertEquals(Kept.UNANSWERED, anna.standing().kept());
                assertEquals(1, anna.claims.settle(NEVER));
            }
            server.away(false);
            try (ClaimDesk again = desk("anna", server)) {
                assertEquals(0, again.claims.settle(NEVER));

                assertEquals(Kept.AT_FACILITY, again.standing().kept());
                assertEquals("IN PROGRESS", server.state(TASK));
                assertEquals(List.of(), again.lost);
            }
        }
    }

    // [utest->req~worklist.claim.lost~1]
    @ParameterizedTest
    @EnumSource
    void aStudyThatAnotherReaderClaimedInTheMeantimeIsToldAtOnce(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect);
                ClaimDesk anna = desk("anna", server);
                ClaimDesk berta = desk("berta", server)) {
            server.away(true);
            anna.open();
            server.away(false);
            berta.open();

            assertEquals(0, anna.claims.settle(NEVER));

            assertEquals(List.of(STUDY), anna.lost);
            assertTrue(anna.standing().isTaken());
            assertEquals("berta", anna.standing().detail());
            assertEquals(0, anna.claims.settle(NEVER));
            assertEquals(List.of(STUDY), anna.lost, "told once");
        }
    }

    // [utest->req~worklist.claim.lost~1]
    @ParameterizedTest
    @EnumSource
    void whatWasLostIsStillLostAfterARestartUntilItIsGivenBack(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect);
                ClaimDesk berta = desk("berta", server)) {
            try (ClaimDesk anna = desk("anna", server)) {
                server.away(true);
                anna.open();
                server.away(false);
                berta.open();
                int unused = anna.claims.settle(NEVER);
            }
            try (ClaimDesk again = desk("anna", server)) {
                again.claims.look(CLINIC, NEVER);
                int unused = again.claims.settle(NEVER);
                assertTrue(again.standing().isTaken());

                again.claims.giveBack(STUDY, NEVER);

                assertEquals(ReadingState.READY, again.row().state());
                assertEquals("IN PROGRESS", server.state(TASK), "the other reader keeps it");
            }
        }
    }

    // [utest->req~worklist.claim.survives~1]
    @ParameterizedTest
    @EnumSource
    void aReportSignedWhileTheFacilityIsAwayEndsTheTaskLater(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect);
                ClaimDesk anna = desk("anna", server)) {
            server.away(true);
            anna.open();
            anna.sign();
            server.away(false);

            int first = anna.claims.settle(NEVER);

            assertEquals(0, first + anna.claims.settle(NEVER));
            assertEquals("COMPLETED", server.state(TASK));
            assertEquals("anna", server.performer(TASK));
        }
    }

    // [utest->req~worklist.claim.shift-end~1]
    @ParameterizedTest
    @EnumSource
    void whatIsGivenBackIsListedNoMoreAndLeftInProgressNowhere(Dialect dialect) throws Exception {
        try (WorkitemServer server = withTask(dialect);
                ClaimDesk anna = desk("anna", server)) {
            anna.open();
            anna.worklist.change(STUDY, ReadingState.OPEN, ReadingState.PUT_ASIDE, "anna");
            assertEquals(STUDY, anna.claims.left().get(0).id());

            anna.claims.giveBack(STUDY, NEVER);

            assertEquals(List.of(), anna.claims.left());
            assertEquals(ReadingState.READY, anna.row().state());
            assertEquals(0, server.count("IN PROGRESS"));
            assertEquals("CANCELED", server.state(TASK));
        }
    }

    // [utest->req~worklist.claim.study~1]
    @Test
    void withoutServiceOrTaskAClaimIsKeptHereOnly() throws Exception {
        try (WorkitemServer server = new WorkitemServer(Dialect.STANDARD);
                ClaimDesk without = new ClaimDesk(folder, "anna", Map.of());
                ClaimDesk berta = desk("berta", server)) {
            assertEquals(Outcome.HERE_ONLY, without.open().outcome());
            assertEquals(Outcome.HERE_ONLY, berta.open().outcome());

            assertEquals(
                    "The facility lists no task to read this study.",
                    berta.standing().detail());
            assertFalse(berta.claims.isBound(STUDY));
            assertEquals(List.of(), berta.claims.held());
        }
    }

    // [utest->req~worklist.claim.finder~1]
    @Test
    void aTaskWithoutAStudyIsFoundByItsAccessionNumberAndThoseOfOtherStudiesNever() throws Exception {
        try (WorkitemServer server = new WorkitemServer(Dialect.STANDARD);
                ClaimDesk anna = desk("anna", server)) {
            server.ignoreKeys();
            server.schedule("9.1", "9.9.9", ACCESSION);
            server.schedule("9.2", "", "A2");
            server.schedule("9.3", "", ACCESSION);

            assertEquals(Outcome.OURS, anna.open().outcome());

            assertEquals("SCHEDULED", server.state("9.1"));
            assertEquals("SCHEDULED", server.state("9.2"));
            assertEquals("IN PROGRESS", server.state("9.3"));
        }
    }

    // [utest->req~worklist.claim.finder~1]
    @Test
    void ofSeveralTasksTheMostUrgentIsTakenAndOfEqualOnesNone() throws Exception {
        try (WorkitemServer server = withTask(Dialect.STANDARD);
                ClaimDesk anna = desk("anna", server)) {
            server.schedule("9.1", "1.2.3", "");
            assertEquals(new ClaimAnswer(Outcome.SEVERAL, "2"), anna.open());
            assertEquals(ReadingState.READY, anna.row().state());
            assertEquals(0, server.count("IN PROGRESS"));

            server.prioritize("9.1", "HIGH");

            assertEquals(new ClaimAnswer(Outcome.OURS, "The most urgent of 2 workitems of this study."), anna.open());
            assertEquals("IN PROGRESS", server.state("9.1"));
            assertEquals("SCHEDULED", server.state(TASK));
        }
    }

    // [utest->req~worklist.claim.finder~1]
    @Test
    void workOfMachinesAndClerksIsNoTaskToRead() throws Exception {
        try (WorkitemServer server = withTask(Dialect.STANDARD);
                ClaimDesk anna = desk("anna", server)) {
            server.code(TASK, "110006");

            assertEquals(Outcome.HERE_ONLY, anna.open().outcome());
            assertEquals("SCHEDULED", server.state(TASK));
        }
    }

    private static WorkitemServer withTask(Dialect dialect) throws Exception {
        WorkitemServer server = new WorkitemServer(dialect);
        server.schedule(TASK, STUDY.study().value(), ACCESSION);
        return server;
    }

    private ClaimDesk desk(String reader, WorkitemServer server) throws Exception {
        return new ClaimDesk(folder, reader, server.root());
    }
}
