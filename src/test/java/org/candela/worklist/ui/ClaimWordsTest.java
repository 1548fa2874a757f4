package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ClaimStanding.Kept;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimWordsTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClinicDesk desk;

    @BeforeEach
    void fill() throws Exception {
        desk = new ClinicDesk(folder);
        desk.model.refresh().join();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~worklist.claim.told~1]
    @Test
    void whatOnlyThisWorkstationKeepsSaysSoAndWhatTheFacilityKeepsNeedsNoWord() throws Exception {
        ReadingItem.Id id = first().id();
        desk.worklist.claim(id, "reader");
        desk.model.reload().join();
        assertEquals("claimed (here only)", row(id).state());
        assertTrue(row(id).reason().contains("Kept here only; other readers cannot see it."), row(id).reason());

        boolean unused = desk.worklist.standings().put(id, new ClaimStanding(Kept.AT_FACILITY, ""));

        assertEquals("claimed", row(id).state());
        assertTrue(row(id).reason().contains("no other reader gets it"), row(id).reason());
    }

    // [utest->req~worklist.claim.told~1]
    @Test
    void aClaimWithoutAnAnswerIsNotConfirmed() throws Exception {
        ReadingItem.Id id = first().id();
        desk.worklist.claim(id, "reader");

        boolean unused = desk.worklist.standings().put(id, new ClaimStanding(Kept.UNANSWERED, ""));

        assertEquals("claimed (not confirmed)", row(id).state());
    }

    // [utest->req~worklist.claim.told~1]
    @Test
    void whatAnotherReaderHasIsNotOfferedNext() {
        ReadingItem first = first();

        desk.worklist
                .standings()
                .others(first.id().facility(), Map.of(first.id().study(), new ClaimStanding(Kept.TAKEN, "Dr North")));

        assertEquals("taken by Dr North", row(first.id()).state());
        assertTrue(
                row(first.id()).reason().contains("opened for review"),
                row(first.id()).reason());
        assertTrue(desk.model
                .next()
                .filter(row -> row.item().id().equals(first.id()))
                .isEmpty());

        desk.worklist.standings().others(first.id().facility(), Map.of());

        assertEquals("ready", row(first.id()).state());
    }

    // [utest->req~worklist.claim.told~1]
    @Test
    void aStudyThatIsTakenFromUnderAReaderSaysWhatToDo() throws Exception {
        ReadingItem.Id id = first().id();
        desk.worklist.claim(id, "reader");
        desk.worklist.change(id, ReadingState.CLAIMED, ReadingState.OPEN, "reader");

        boolean unused = desk.worklist.standings().put(id, new ClaimStanding(Kept.TAKEN, ""));

        assertEquals("taken by another reader", row(id).state());
        assertTrue(row(id).reason().contains("cannot be signed here"), row(id).reason());
    }

    // [utest->req~worklist.claim.idle~1]
    @Test
    void aClaimedStudyThatNobodyTouchesSaysHowLong() throws Exception {
        ReadingItem.Id id = first().id();
        desk.worklist.claim(id, "reader");
        boolean unused = desk.worklist.standings().put(id, new ClaimStanding(Kept.AT_FACILITY, ""));

        desk.clock.advance(Duration.ofMinutes(19));
        desk.model.tick();
        assertEquals("claimed", row(id).state());
        desk.clock.advance(Duration.ofMinutes(1));
        desk.model.tick();

        assertEquals("claimed (idle 20 min)", row(id).state());
        desk.worklist.standings().touch(id, desk.clock.instant());
        desk.model.tick();
        assertEquals("claimed", row(id).state());
    }

    private ReadingItem first() {
        return desk.model.rows().get(0).item();
    }

    private WorklistRow row(ReadingItem.Id id) {
        return desk.model.rows().stream()
                .filter(row -> row.item().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
