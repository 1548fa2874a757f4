package org.candela.worklist.ui;

import java.time.Clock;
import org.candela.worklist.ClaimStandings;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;

/** Gathers what is said of a row beyond what it holds. FX thread. */
record RowSayings(Worklist worklist, String reader, Clock clock, AheadMarks ahead) {
    WorklistRows.Said of(ReadingItem item) {
        return new WorklistRows.Said(
                claimWords(item),
                AlsoAt.of(item, worklist, reader),
                worklist.notices().unreadOf(item),
                worklist.notices().refusalOf(item),
                ahead.of(item.id()),
                clock.getZone());
    }

    private ClaimWords claimWords(ReadingItem item) {
        ClaimStandings standings = worklist.standings();
        return ClaimWords.of(item, standings.of(item.id()), standings.touchedAt(item.id()), clock.instant());
    }
}
