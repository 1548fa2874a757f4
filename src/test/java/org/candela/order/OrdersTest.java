package org.candela.order;

import static org.candela.order.OrderSamples.NORTH;
import static org.candela.order.OrderSamples.NOW;
import static org.candela.order.OrderSamples.STUDY;
import static org.candela.order.OrderSamples.asking;
import static org.candela.order.OrderSamples.because;
import static org.candela.order.OrderSamples.numbered;
import static org.candela.order.OrderSamples.order;
import static org.candela.order.OrderSamples.study;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~order.kept~1]
class OrdersTest {
    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Database database;
    private Orders orders;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        orders = new Orders(database, new AuditLog(), clock);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<Order> ofStudy() throws StoreException {
        return orders.of(NORTH).naming(study(STUDY, "AC1"));
    }

    @Test
    void everyVersionStaysAndTheNewestCounts() throws Exception {
        orders.keep(asking(order(), "R"));
        orders.keep(asking(order(), "S").standing(OrderStatus.CHANGED));

        assertEquals(List.of(asking(order(), "S").standing(OrderStatus.CHANGED)), ofStudy());
        assertEquals(
                List.of("R", "S"),
                orders.history(NORTH, "PL1").stream()
                        .map(order -> order.request().priorityWord())
                        .toList());
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM order_version")));
    }

    @Test
    void theSameAgainIsNoNewVersion() throws Exception {
        orders.keep(order());
        orders.keep(order().at(NOW.plusSeconds(9)));

        assertEquals(1, orders.history(NORTH, "PL1").size());
    }

    @Test
    void aChangeSaysOnlyWhatChangesAndTwoQuotesTakeAway() throws Exception {
        orders.keep(asking(because(order(), "fall"), "S"));
        orders.keep(asking(because(order(), ""), "\"\"").standing(OrderStatus.CHANGED));

        Order now = ofStudy().get(0);
        assertEquals("fall", now.request().reason());
        assertEquals("", now.request().priorityWord());
    }

    @Test
    void anOrderThatGetsItsFillerNumberLaterIsTheSame() throws Exception {
        orders.keep(numbered(order(), new Order.Numbers("PL1", "", "", "", Optional.empty())));
        orders.keep(numbered(order(), new Order.Numbers("PL1", "FI9", "AC1", "", Optional.of(STUDY))));
        orders.keep(numbered(order(), new Order.Numbers("", "FI9", "", "", Optional.empty()))
                .standing(OrderStatus.CANCELLED));

        List<Order> found = ofStudy();
        assertEquals(1, found.size());
        assertEquals(OrderStatus.CANCELLED, found.get(0).status());
        assertEquals("PL1", found.get(0).numbers().placer());
    }

    @Test
    void whatAWorklistNamesNoLongerIsWithdrawnAndStillCountsForItsStudy() throws Exception {
        orders.keepAnswer(NORTH, OrderSource.SCHEDULE, List.of(asking(order(OrderSource.SCHEDULE), "STAT")));
        orders.keepAnswer(NORTH, OrderSource.SCHEDULE, List.of());

        assertEquals(OrderStatus.WITHDRAWN, ofStudy().get(0).status());
        assertEquals("STAT", ofStudy().get(0).request().priorityWord());
        assertEquals(Optional.of(NOW), orders.lastAnswer(NORTH, OrderSource.SCHEDULE));
    }

    @Test
    void oneSourceSaysNothingAboutTheOrdersOfAnother() throws Exception {
        orders.keep(order());
        orders.keepAnswer(NORTH, OrderSource.SCHEDULE, List.of());

        assertEquals(OrderStatus.NEW, ofStudy().get(0).status());
    }

    @Test
    void listenersHearOfAChange() throws Exception {
        List<String> heard = new ArrayList<>();
        assertEquals(List.of(), ofStudy());
        orders.onChange(() -> heard.add("change"));

        orders.keep(order());

        assertEquals(List.of("change"), heard);
        assertEquals(1, ofStudy().size());
    }

    @Test
    void ordersSurviveARestart() throws Exception {
        orders.keep(order());
        database.close();
        open();

        assertEquals(List.of(order()), ofStudy());
    }
}
