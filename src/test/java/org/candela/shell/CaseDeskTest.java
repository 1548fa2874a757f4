package org.candela.shell;

import static org.candela.shell.CaseRoom.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ReadingBlockedException.Way;
import org.candela.study.StudySummary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.layout.Place;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the list to images, on one thread. */
class CaseDeskTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CaseRoom room;

    @BeforeEach
    void layTheDesk() throws Exception {
        room = new CaseRoom(folder, new ManualLoader());
    }

    @AfterEach
    void clearTheDesk() throws Exception {
        room.close();
    }

    // [utest->req~shell.open~1]
    @Test
    void aStudyIsClaimedBroughtAndHungBesideItsPrior() throws Exception {
        room.north.add("1.2.1", "ANNA", TODAY.minusYears(1));
        StudySummary current = room.north.add("1.2.2", "ANNA", TODAY);

        room.desk.open(room.row(current), Purpose.DIAGNOSIS);

        assertEquals(List.of(), room.failures);
        assertEquals(
                "1.2.2.1",
                room.session
                        .viewport(Place.LEFT)
                        .stack()
                        .orElseThrow()
                        .seriesUid()
                        .value());
        assertEquals(
                "1.2.1.1",
                room.session
                        .viewport(Place.RIGHT)
                        .stack()
                        .orElseThrow()
                        .seriesUid()
                        .value());
        assertEquals(ReadingState.OPEN, room.row(current).state());
        assertTrue(
                room.desk.lineProperty().get().startsWith("SYNTHETIC, ANNA   4 Mar 1960"),
                room.desk.lineProperty().get());
    }

    // [utest->req~shell.open~1]
    @Test
    void atADeskThatIsNotReadyNothingIsClaimedAndTheReasonIsTold() throws Exception {
        room.block();
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        assertEquals(
                List.of("Displays: Not calibrated."),
                room.desk.blockedProperty().get().orElseThrow().reasons());
        assertEquals(ReadingState.READY, room.row(study).state());
        assertEquals(Optional.empty(), room.session.study());
    }

    // [utest->req~shell.gate~1]
    @Test
    void whatTheGateBlocksIsNotClaimed() throws Exception {
        room.gate.shut(Way.MEND);
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        CaseDesk.Blocked blocked = room.desk.blockedProperty().get().orElseThrow();
        assertEquals(List.of("No licence."), blocked.reasons());
        assertEquals(Way.MEND, blocked.way());
        assertEquals(ReadingState.READY, room.row(study).state());
        assertEquals(Optional.empty(), room.session.study());
    }

    // [utest->req~shell.facility-claim~1]
    @Test
    void whatAnotherReaderHasIsNotLeftClaimedHereAndMayBeLookedAt() throws Exception {
        room.claims.refusal = Optional.of("north keeps this study for Dr South.");
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        CaseDesk.Blocked blocked = room.desk.blockedProperty().get().orElseThrow();
        assertEquals(List.of("north keeps this study for Dr South."), blocked.reasons());
        assertEquals(Way.MEND, blocked.way());
        assertEquals(ReadingState.READY, room.row(study).state());
        room.desk.open(room.row(study), Purpose.REVIEW);
        assertTrue(room.session.study().isPresent());
        assertEquals(1, room.claims.taken.size(), "review claims nothing");
    }

    // [utest->req~shell.facility-claim~1]
    @Test
    void aClaimThatTheFacilityKeepsIsNotCanceledOverImagesThatDoNotCome() throws Exception {
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        ReadingItem row = room.row(study);
        room.north.goAway();
        room.claims.isBound = true;

        room.desk.open(row, Purpose.DIAGNOSIS);

        assertEquals(1, room.failures.size());
        assertEquals(ReadingState.CLAIMED, room.row(study).state());
    }

    // [utest->req~shell.gate~1]
    @Test
    void forAReasonTheStudyOpensWhereTheGateAllowsOne() throws Exception {
        room.gate.shut(Way.GIVE_A_REASON);
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        room.desk.overrule(room.desk.blockedProperty().get().orElseThrow(), "Signed on paper");

        assertEquals(List.of("Signed on paper"), room.gate.reasons);
        assertEquals(ReadingState.OPEN, room.row(study).state());
        assertTrue(room.session.study().isPresent());
    }

    // [utest->req~shell.gate~1]
    @Test
    void whereNoReasonHelpsTheStudyStaysShutAndItIsTold() throws Exception {
        room.gate.shut(Way.MEND);
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        room.desk.overrule(room.desk.blockedProperty().get().orElseThrow(), "I am in a hurry");

        assertEquals(
                List.of("practice.fixed: no reason overrides this"),
                room.failures.stream().map(CaseDeskTest::told).toList());
        assertEquals(ReadingState.READY, room.row(study).state());
    }

    // [utest->req~displayqa.gate-by-facility~1]
    @Test
    void whatBlocksTheCasesOfOneFacilityKeepsThoseOfAnotherOpen() throws Exception {
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.blockFor("south");

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        assertEquals(ReadingState.OPEN, room.row(study).state(), "south's standard is not north's");
        room.desk.close();
        room.blockFor("north");
        room.desk.open(room.row(study), Purpose.DIAGNOSIS);
        assertEquals(
                List.of("Displays: By the standard of north."),
                room.desk.blockedProperty().get().orElseThrow().reasons());
    }

    // [utest->req~shell.open~1]
    // [utest->req~shell.review-marked~1]
    @Test
    void forReviewAStudyOpensUnclaimedAndSaysSo() throws Exception {
        room.block();
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);

        room.desk.open(room.row(study), Purpose.REVIEW);

        assertTrue(room.session.study().isPresent());
        assertEquals(ReadingState.READY, room.row(study).state());
        assertEquals("NOT FOR DIAGNOSIS", room.desk.markingProperty().getValue());
    }

    // [utest->req~shell.open~1]
    @Test
    void aFacilityThatGoesAwayLeavesNoClaimBehind() throws Exception {
        ReadingItem row = room.row(room.north.add("1.2.2", "ANNA", TODAY));
        room.north.goAway();

        room.desk.open(row, Purpose.DIAGNOSIS);

        assertEquals("north: north does not answer", room.failures.get(0).getMessage());
        assertEquals(ReadingState.READY, room.item(row.id()).state());
        assertEquals("", room.desk.lineProperty().get());
    }

    // [utest->req~shell.open~1]
    @Test
    void whatIsHereInFullOpensWithoutItsFacility() throws Exception {
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.desk.open(room.row(study), Purpose.DIAGNOSIS);
        room.desk.close();
        ReadingItem row = room.row(study);
        room.north.goAway();

        room.desk.open(row, Purpose.DIAGNOSIS);

        assertEquals(List.of(), room.failures, "what it has of the patient was asked a moment ago");
        assertTrue(room.session.study().isPresent());
    }

    // [utest->req~shell.gaps-told~1]
    @Test
    void aStudyWithoutAllItsImagesOpensMarkedAndSaysWhatIsMissing() throws Exception {
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.north.refuse(List.of("image 7: the file ends too early", "2 listed objects were not sent"));

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        assertTrue(room.session.study().isPresent());
        assertEquals("IMAGES MISSING", room.desk.markingProperty().getValue());
        assertEquals(
                List.of("study.incomplete: image 7: the file ends too early (and 1 more)"),
                room.failures.stream().map(CaseDeskTest::told).toList());
    }

    // [utest->req~shell.gaps-told~1]
    @Test
    void priorsThatCannotBeBroughtAreToldOf() throws Exception {
        StudySummary study = room.north.add("1.2.2", "ANNA", TODAY);
        room.north.losePriors();

        room.desk.open(room.row(study), Purpose.DIAGNOSIS);

        assertTrue(room.session.study().isPresent());
        assertEquals("", room.desk.markingProperty().getValue());
        assertEquals(
                List.of("study.no-priors: north: north does not answer"),
                room.failures.stream().map(CaseDeskTest::told).toList());
    }

    private static String told(Throwable failure) {
        return ((CandelaException) failure).code() + ": " + failure.getMessage();
    }

    // [utest->req~shell.one-patient~1]
    @Test
    void anotherCaseTakesTheImagesOfTheLastOneDownFirst() throws Exception {
        StudySummary anna = room.north.add("1.2.2", "ANNA", TODAY);
        ReadingItem bert = room.row(room.north.add("1.2.3", "BERT", TODAY));
        room.desk.open(room.row(anna), Purpose.DIAGNOSIS);
        room.north.goAway();

        room.desk.open(bert, Purpose.DIAGNOSIS);

        assertEquals(Optional.empty(), room.session.viewport(Place.LEFT).stack());
        assertEquals(Optional.empty(), room.desk.currentProperty().get());
        assertEquals(
                ReadingState.PUT_ASIDE,
                room.item(new ReadingItem.Id(ShelfSource.NORTH, anna.uid())).state());
    }

    // [utest->req~shell.close-stops~1]
    @Test
    void closingACaseStopsWhatIsStillBeingFetchedForIt() throws Exception {
        room.north.add("1.2.1", "ANNA", TODAY.minusYears(1));
        ReadingItem row = room.row(room.north.add("1.2.2", "ANNA", TODAY));
        List<ShelfSource.Held> held = room.north.hold();
        room.desk.open(row, Purpose.DIAGNOSIS);
        assertEquals(
                Set.of("1.2.1", "1.2.2"),
                held.stream().map(one -> one.study().value()).collect(Collectors.toSet()));
        assertTrue(held.stream().noneMatch(one -> one.cancellation().isRequested()));

        room.desk.close();

        assertTrue(held.stream().allMatch(one -> one.cancellation().isRequested()));
        held.forEach(ShelfSource.Held::endAsCancelled);
        assertEquals(List.of(), room.failures);
        assertEquals(ReadingState.READY, room.item(row.id()).state());
        assertEquals("", room.desk.lineProperty().get());
    }

    // [utest->req~shell.close-stops~1]
    @Test
    void openingAnotherCaseStopsWhatIsStillBeingFetchedForTheLast() throws Exception {
        ReadingItem anna = room.row(room.north.add("1.2.2", "ANNA", TODAY));
        ReadingItem bert = room.row(room.north.add("1.2.3", "BERT", TODAY));
        List<ShelfSource.Held> held = room.north.hold();
        room.desk.open(anna, Purpose.DIAGNOSIS);
        room.north.holdNoMore();

        room.desk.open(bert, Purpose.DIAGNOSIS);

        assertTrue(held.get(0).cancellation().isRequested());
        held.get(0).endAsCancelled();
        assertEquals(List.of(), room.failures);
        assertEquals(Optional.of(bert.id()), room.desk.currentProperty().get().map(opened -> opened.item()
                .id()));
        assertEquals(ReadingState.READY, room.item(anna.id()).state());
    }

    // [utest->req~shell.close-stops~1]
    @Test
    void aPriorThatIsStillComingIsStoppedWhenItsCaseIsClosed() throws Exception {
        room.north.add("1.2.1", "ANNA", TODAY.minusYears(1));
        ReadingItem row = room.row(room.north.add("1.2.2", "ANNA", TODAY));
        List<ShelfSource.Held> held = room.north.hold();
        room.desk.open(row, Purpose.DIAGNOSIS);
        ShelfSource.Held prior = heldOf(held, "1.2.1");
        ShelfSource.Held current = heldOf(held, "1.2.2");
        current.end().complete(room.north.bring(current.study()));
        prior.end().completeExceptionally(new TimeoutException());
        assertTrue(room.desk.currentProperty().get().isPresent());
        assertFalse(prior.cancellation().isRequested(), "it goes on while the case is open");

        room.desk.close();

        assertTrue(prior.cancellation().isRequested());
    }

    private static ShelfSource.Held heldOf(List<ShelfSource.Held> held, String study) {
        return held.stream()
                .filter(one -> one.study().value().equals(study))
                .findFirst()
                .orElseThrow();
    }

    // [utest->req~shell.close-stops~1]
    @Test
    void aCaseOpenedAgainAtOnceKeepsItsClaimWhenTheFirstTryEndsLate() throws Exception {
        ReadingItem row = room.row(room.north.add("1.2.2", "ANNA", TODAY));
        List<ShelfSource.Held> held = room.north.hold();
        room.desk.open(row, Purpose.DIAGNOSIS);
        room.desk.open(row, Purpose.DIAGNOSIS);

        held.get(0).endAsCancelled();
        ShelfSource.Held again = held.get(1);
        again.end().complete(room.north.bring(again.study()));

        assertEquals(List.of(), room.failures);
        assertTrue(room.desk.currentProperty().get().isPresent());
        assertEquals(ReadingState.OPEN, room.item(row.id()).state());
    }
}
