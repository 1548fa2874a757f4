package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.Test;

/** The order over random rows, with many that are alike. */
class ReadingOrderTest {
    private static final Comparator<ReadingItem> ORDER = ReadingOrder.MOST_URGENT_FIRST;
    private static final List<ReadingPriority> PRIORITIES = List.of(ReadingPriority.values());
    private static final List<ReadingState> STATES = List.of(ReadingState.values());

    private final Random random = new Random(11);

    // [utest->req~worklist.order~1]
    @Test
    void theOrderIsTotalAndOneWay() {
        List<ReadingItem> rows = rows(60);
        for (ReadingItem one : rows) {
            for (ReadingItem other : rows) {
                int order = ORDER.compare(one, other);
                assertEquals(Integer.signum(order), -Integer.signum(ORDER.compare(other, one)));
                assertEquals(one.id().equals(other.id()), order == 0);
                for (ReadingItem third : rows) {
                    if (order < 0 && ORDER.compare(other, third) < 0) {
                        assertTrue(ORDER.compare(one, third) < 0);
                    }
                }
            }
        }
    }

    // [utest->req~worklist.order~1]
    @Test
    void whateverOrderTheRowsComeInTheyStandTheSame() {
        List<ReadingItem> rows = rows(300);
        List<ReadingItem> sorted = rows.stream().sorted(ORDER).toList();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(rows, random);

            assertEquals(sorted, List.of(RowOrder.sorted(rows)));
        }
    }

    // [utest->req~worklist.order~1]
    @Test
    void aSortedListThatIsPatchedIsTheSameAsOneSortedAnew() {
        for (int i = 0; i < 200; i++) {
            List<ReadingItem> before = rows(random.nextInt(40));
            List<ReadingItem> added = rows(random.nextInt(20));
            Set<ReadingItem> dropped =
                    Set.copyOf(before.subList(0, before.isEmpty() ? 0 : random.nextInt(before.size())));
            List<ReadingItem> wanted = new ArrayList<>(added);
            before.stream().filter(row -> !dropped.contains(row)).forEach(wanted::add);

            ReadingItem[] patched =
                    RowOrder.patched(RowOrder.sorted(before), RowOrder.sorted(dropped), RowOrder.sorted(added));

            ReadingItem[] anew = RowOrder.sorted(wanted);
            assertArrayEquals(ids(anew), ids(patched));
            RowOrder.Difference difference = RowOrder.difference(RowOrder.sorted(before), patched);
            assertEquals(dropped, Set.copyOf(difference.dropped()));
            assertEquals(added.size(), difference.added().size());
        }
    }

    private static Object[] ids(ReadingItem[] rows) {
        return Arrays.stream(rows).map(ReadingItem::id).toArray();
    }

    /** Each with an identity of its own; few different times, so that many are decided by the last keys. */
    private List<ReadingItem> rows(int count) {
        Set<ReadingItem.Id> taken = new HashSet<>();
        List<ReadingItem> rows = new ArrayList<>();
        while (rows.size() < count) {
            ReadingItem row = row();
            if (taken.add(row.id())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private ReadingItem row() {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        Uid uid = new Uid("1." + random.nextInt(2000));
        StudySummary study = new StudySummary(
                new StudyIdentity(uid, patient, "", Optional.empty(), "", ""),
                new FacilityId(random.nextBoolean() ? "north" : "south"),
                Set.of("CT"),
                1,
                Optional.empty(),
                Optional.empty());
        Instant received = Instant.EPOCH.plusSeconds(random.nextInt(3));
        ReadingPriority priority = PRIORITIES.get(random.nextInt(3));
        ReadingPriority rank =
                priority == ReadingPriority.ROUTINE && random.nextBoolean() ? ReadingPriority.URGENT : priority;
        return new ReadingItem(
                study,
                new ReadingItem.Urgency(priority, true, received, received.plusSeconds(random.nextInt(3)), rank),
                STATES.get(random.nextInt(STATES.size())),
                Optional.empty(),
                new ReadingItem.Listing(Instant.EPOCH, true));
    }
}
