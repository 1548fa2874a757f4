package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search as one types, and the filters beside it. */
class RowSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");

    private final ClaimStandings standings = new ClaimStandings(() -> {});

    @ParameterizedTest
    @CsvSource({
        "head, true",
        "HEAD stat, true",
        "north one, true",
        "A77, true",
        "'synthetic, one', true",
        "ready, true",
        "mrn9, true",
        "'  ', true",
        "staß, false",
        "chest, false",
        "head chest, false"
    })
    void everyWordMustOccurSomewhere(String search, boolean expected) {
        assertEquals(expected, new RowSearch(search).matches(row()));
    }

    // [utest->req~worklist.filter~1]
    @Test
    void eachPartOfAFilterNarrows() {
        ReadingItem row = row();
        ListFilter all = ListFilter.ALL;

        assertTrue(wants(all, row));
        assertTrue(wants(all.withFacility(Optional.of(new FacilityId("north"))), row));
        assertFalse(wants(all.withFacility(Optional.of(new FacilityId("south"))), row));
        assertTrue(wants(all.withModality(Optional.of("CT")), row));
        assertFalse(wants(all.withModality(Optional.of("MR")), row));
        assertFalse(wants(all.withPriority(Optional.of(ReadingPriority.URGENT)), row));
        assertFalse(wants(all.withState(Optional.of(ReadingState.PUT_ASIDE)), row));
        assertTrue(wants(all.withTime(ListFilter.Time.OVERDUE), row));
        assertFalse(wants(
                all.withTime(ListFilter.Time.OVERDUE),
                row.read(ReadingState.FINAL, Optional.of(new ReadingItem.Claim("reader", NOW)))));
    }

    // [utest->req~worklist.filter~1]
    @Test
    void mineThePoolAndOthersWorkAreToldApart() {
        ReadingItem free = row();
        ReadingItem mine = held("reader");
        ReadingItem theirs = held("other");

        assertEquals(List.of(false, true, false), whose(free));
        assertEquals(List.of(true, false, false), whose(mine));
        assertEquals(List.of(false, false, true), whose(theirs));
        standings.put(free.id(), new ClaimStanding(ClaimStanding.Kept.TAKEN, "somebody"));
        assertEquals(List.of(false, false, true), whose(free));
    }

    private List<Boolean> whose(ReadingItem row) {
        return List.of(
                wants(ListFilter.ALL.withWhose(ListFilter.Whose.MINE), row),
                wants(ListFilter.ALL.withWhose(ListFilter.Whose.POOL), row),
                wants(ListFilter.ALL.withWhose(ListFilter.Whose.OTHERS), row));
    }

    private boolean wants(ListFilter filter, ReadingItem row) {
        return filter.wants(row, new ListFilter.Desk("reader", standings, NOW));
    }

    private static ReadingItem held(String reader) {
        return row().read(ReadingState.CLAIMED, Optional.of(new ReadingItem.Claim(reader, NOW)));
    }

    private static ReadingItem row() {
        Patient patient = new Patient("MRN9", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        StudySummary study = new StudySummary(
                new StudyIdentity(new Uid("1.1"), patient, "A77", Optional.empty(), "CT HEAD", ""),
                new FacilityId("north"),
                Set.of("CT"),
                1,
                Optional.of(ReadingPriority.STAT),
                Optional.empty());
        return new ReadingItem(
                study,
                new ReadingItem.Urgency(ReadingPriority.STAT, true, Instant.EPOCH, Instant.EPOCH),
                ReadingState.READY,
                Optional.empty(),
                new ReadingItem.Listing(Instant.EPOCH, true));
    }
}
