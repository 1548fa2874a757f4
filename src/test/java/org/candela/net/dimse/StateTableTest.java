package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.net.dimse.StateTable.Action;
import org.candela.net.dimse.StateTable.Event;
import org.candela.net.dimse.StateTable.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// [utest->req~net.dimse.states~1]
class StateTableTest {
    /** Table 9-10 of PS3.8 §9.2.3 as printed: events down, Sta1 to Sta13 across, action and next state in each cell. */
    private static final String TABLE_9_10 = """
            A-ASSOCIATE Request        |AE-1 4|      |       |      |      |       |       |       |       |        |       |       |
            Transport Conn. Confirm    |      |      |       |AE-2 5|      |       |       |       |       |        |       |       |
            A-ASSOCIATE-AC PDU         |      |AA-1 13|AA-8 13|    |AE-3 6|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-6 13
            A-ASSOCIATE-RJ PDU         |      |AA-1 13|AA-8 13|    |AE-4 1|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-6 13
            Transport Conn. Indication |AE-5 2|      |       |      |      |       |       |       |       |        |       |       |
            A-ASSOCIATE-RQ PDU         |      |AE-6 3/13|AA-8 13|  |AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-7 13
            A-ASSOCIATE resp. (accept) |      |      |AE-7 6 |      |      |       |       |       |       |        |       |       |
            A-ASSOCIATE resp. (reject) |      |      |AE-8 13|      |      |       |       |       |       |        |       |       |
            P-DATA request             |      |      |       |      |      |DT-1 6 |       |AR-7 8 |       |        |       |       |
            P-DATA-TF PDU              |      |AA-1 13|AA-8 13|    |AA-8 13|DT-2 6|AR-6 7|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-6 13
            A-RELEASE Request          |      |      |       |      |      |AR-1 7 |       |       |       |        |       |       |
            A-RELEASE-RQ PDU           |      |AA-1 13|AA-8 13|    |AA-8 13|AR-2 8|AR-8 9/10|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-6 13
            A-RELEASE-RP PDU           |      |AA-1 13|AA-8 13|    |AA-8 13|AA-8 13|AR-3 1|AA-8 13|AA-8 13|AR-10 12|AR-3 1|AA-8 13|AA-6 13
            A-RELEASE Response         |      |      |       |      |      |       |       |AR-4 13|AR-9 11|        |       |AR-4 13|
            A-ABORT Request            |      |      |AA-1 13|AA-2 1|AA-1 13|AA-1 13|AA-1 13|AA-1 13|AA-1 13|AA-1 13|AA-1 13|AA-1 13|
            A-ABORT PDU                |      |AA-2 1|AA-3 1 |      |AA-3 1|AA-3 1 |AA-3 1 |AA-3 1 |AA-3 1 |AA-3 1  |AA-3 1 |AA-3 1 |AA-2 1
            Transport Conn. Closed     |      |AA-5 1|AA-4 1 |AA-4 1|AA-4 1|AA-4 1 |AA-4 1 |AA-4 1 |AA-4 1 |AA-4 1  |AA-4 1 |AA-4 1 |AR-5 1
            ARTIM timer expired        |      |AA-2 1|       |      |      |       |       |       |       |        |       |       |AA-2 1
            Unrecognized or invalid PDU|      |AA-1 13|AA-8 13|    |AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-8 13|AA-7 13
            """;

    /** A cell; blank where the event cannot happen. */
    record Cell(State state, Event event, String text) {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        List<String> rows = TABLE_9_10.lines().toList();
        Event[] events = Event.values();
        State[] states = State.values();
        for (int down = 0; down < events.length; down++) {
            String[] row = rows.get(down).split("\\|", -1);
            for (int across = 0; across < states.length; across++) {
                cells.add(new Cell(states[across], events[down], row[1 + across].strip()));
            }
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCellOfTable9Dash10Holds(Cell cell) {
        String found = StateTable.action(cell.state(), cell.event())
                .map(action -> action.name() + " " + choices(action))
                .orElse("");

        assertEquals(cell.text().replace("-", ""), found);
    }

    /** The states that an action leads to, the two of AE-6 and AR-8 as the machine's tests show them. */
    private static String choices(Action action) {
        String next = action.next().name().substring("STA".length());
        return switch (action) {
            case AE6 -> next + "/13";
            case AR8 -> next + "/10";
            default -> next;
        };
    }

    @Test
    void theTableIsWhole() {
        List<String> rows = TABLE_9_10.lines().toList();

        assertEquals(19, Event.values().length);
        assertEquals(13, State.values().length);
        assertEquals(19, rows.size());
        assertTrue(
                rows.stream()
                        .allMatch(row -> row.chars().filter(each -> each == '|').count() == 13),
                "13 states");
    }

    @Test
    void everyActionOfTables9Dash6To9Dash9IsReached() {
        List<Action> reached = Stream.of(State.values())
                .flatMap(state -> Stream.of(Event.values()).map(event -> StateTable.action(state, event)))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();

        assertEquals(Arrays.asList(Action.values()), reached);
    }
}
