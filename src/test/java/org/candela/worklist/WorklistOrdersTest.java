package org.candela.worklist;

import static org.candela.order.OrderSamples.asking;
import static org.candela.order.OrderSamples.due;
import static org.candela.order.OrderSamples.numbered;
import static org.candela.order.OrderSamples.ofPatient;
import static org.candela.order.OrderSamples.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facilities;
import org.candela.facility.PriorityWords;
import org.candela.facility.ReadingPriority;
import org.candela.facility.UrgencyRules;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.candela.order.OrderStatus;
import org.candela.order.Orders;
import org.candela.store.Database;
import org.candela.study.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that a facility lists, and what it ordered. */
// [utest->req~worklist.orders~1]
class WorklistOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Uid STUDY = new Uid("1.1");
    private static final ReadingItem.Id ROW = new ReadingItem.Id(new FakeSource("north").facility(), STUDY);

    @TempDir
    private Path folder;

    private final FakeSource north = new FakeSource("north");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Orders orders;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Worklist worklist;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("w.db"), CLOCK);
        orders = new Orders(database, new AuditLog(), CLOCK);
        worklist = list(orders);
    }

    private Worklist list(Orders laid) {
        Worklist list = new Worklist(FakeSource.facilities(north), database, new AuditLog(), CLOCK);
        list.follow(laid);
        return list;
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static Order ordered(OrderSource source) {
        Order.Numbers numbers = new Order.Numbers("PL1", "FI1", "A1.1", "", Optional.of(STUDY));
        Order numbered = numbered(order(source), numbers);
        Patient nobody = new Patient("", "", "SYNTHETIC^ONE", Optional.empty(), "");
        return ofPatient(numbered, nobody, "NM");
    }

    private List<ReadingItem> refreshed() throws Exception {
        worklist.refresh(LocalDate.of(2026, 11, 1), new Cancellation()).join();
        return worklist.snapshot().items();
    }

    @Test
    void aStudyHasThePriorityDeadlineAndStateOfItsOrder() throws Exception {
        north.add("1.1", Optional.empty(), NOW.minus(Duration.ofMinutes(20)));
        orders.keep(due(asking(ordered(OrderSource.WORKITEM), "HIGH"), NOW.plus(Duration.ofMinutes(5))));

        ReadingItem row = refreshed().get(0);

        assertEquals(ReadingPriority.STAT, row.urgency().priority());
        assertTrue(row.urgency().isStated());
        assertEquals(NOW.plus(Duration.ofMinutes(5)), row.urgency().deadline());
        assertEquals("NM", row.study().place().residence());
        assertEquals(ReadingState.READY, row.state());
        assertTrue(
                ReadingOrder.reason(row, NOW)
                        .endsWith("; deadline as the facility set it; the patient's state differs: NM, TX; the first"
                                + " counts"),
                row.toString());
    }

    @Test
    void anOrderWithoutImagesIsARowThatNobodyCanClaimUntilTheyCome() throws Exception {
        orders.keep(asking(ordered(OrderSource.MESSAGE), "S"));

        ReadingItem awaited = refreshed().get(0);
        CandelaException refused = assertThrows(CandelaException.class, () -> worklist.claim(ROW, "reader"));
        north.add("1.1", Optional.empty(), NOW);
        ReadingItem here = refreshed().get(0);

        assertEquals(ReadingState.NEW, awaited.state());
        assertEquals(Optional.empty(), new WorklistSnapshot(List.of(awaited), List.of()).next());
        assertEquals("worklist.no-images", refused.code());
        assertEquals(awaited.id(), here.id());
        assertEquals(ReadingState.READY, here.state());
        assertEquals(ReadingPriority.STAT, here.urgency().priority());
        worklist.claim(ROW, "reader");
    }

    @Test
    void whatIsAwaitedStandsBelowWhatIsToReadHoweverUrgent() throws Exception {
        orders.keep(asking(ordered(OrderSource.MESSAGE), "S"));
        north.add("1.2", Optional.of(ReadingPriority.ROUTINE), NOW);

        assertEquals(
                List.of("1.2", "1.1"),
                refreshed().stream().map(row -> row.study().uid().value()).toList());
    }

    @Test
    void aCancelledOrderIsShownForAWhileAndLeaves() throws Exception {
        north.add("1.1", Optional.empty(), NOW);
        orders.keep(ordered(OrderSource.MESSAGE).standing(OrderStatus.CANCELLED));

        ReadingItem row = refreshed().get(0);
        CandelaException refused = assertThrows(CandelaException.class, () -> worklist.claim(ROW, "reader"));
        Clock later = Clock.fixed(NOW.plus(Duration.ofHours(13)), ZoneOffset.UTC);
        Worklist next = new Worklist(FakeSource.facilities(north), database, new AuditLog(), later);
        next.follow(orders);

        assertEquals(ReadingState.CANCELLED, row.state());
        assertEquals("worklist.cancelled", refused.code());
        assertEquals(List.of(), next.snapshot().items());
    }

    @Test
    void aCancelledOrderWhoseStudyIsBegunStaysAndSaysSo() throws Exception {
        north.add("1.1", Optional.empty(), NOW);
        refreshed();
        worklist.claim(ROW, "reader");

        orders.keep(ordered(OrderSource.MESSAGE).standing(OrderStatus.CANCELLED));

        ReadingItem row = worklist.find(ROW).orElseThrow();
        assertEquals(ReadingState.CLAIMED, row.state());
        assertTrue(ReadingOrder.reason(row, NOW).contains("the facility took the order back"), row.toString());
    }

    @Test
    void aListenerHearsOfAnOrderAndAListWithoutChangesIsTheSameList() throws Exception {
        north.add("1.1", Optional.empty(), NOW);
        refreshed();
        AtomicInteger heard = new AtomicInteger();
        worklist.onChange(heard::incrementAndGet);

        orders.keep(ordered(OrderSource.MESSAGE));
        List<ReadingItem> first = worklist.snapshot().items();

        assertEquals(1, heard.get());
        assertSame(first.get(0), worklist.snapshot().items().get(0));
    }

    @Test
    void ordersThatAnotherProcessKeepsAreSeenWithTheNextAnswer() throws Exception {
        north.add("1.1", Optional.empty(), NOW);
        refreshed();

        new Orders(database, new AuditLog(), CLOCK).keep(asking(ordered(OrderSource.MESSAGE), "S"));

        assertEquals(ReadingPriority.STAT, refreshed().get(0).urgency().priority());
    }

    @Test
    void theFacilitysOwnWordsCount() throws Exception {
        north.add("1.1", Optional.empty(), NOW);
        orders.keep(asking(ordered(OrderSource.MESSAGE), "Eilig"));
        assertTrue(ReadingOrder.reason(refreshed().get(0), NOW).contains("\"Eilig\", which means nothing here"));

        new Facilities(database, new AuditLog(), CLOCK)
                .saveUrgency(
                        ROW.facility(),
                        UrgencyRules.STANDARD.withWords(PriorityWords.STANDARD.with("EILIG", ReadingPriority.STAT)));

        assertEquals(
                ReadingPriority.STAT,
                list(orders).snapshot().items().get(0).urgency().priority());
    }
}
