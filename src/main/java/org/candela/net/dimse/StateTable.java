package org.candela.net.dimse;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The state machine of PS3.8 §9.2 (Table 9-10): state × event → action. Pure. */
// [impl->req~net.dimse.states~1]
final class StateTable {
    private static final Map<Event, Map<State, Action>> TABLE = new EnumMap<>(Event.class);

    /** States Sta1 to Sta13 (Tables 9-1 to 9-5). */
    enum State {
        STA1,
        STA2,
        STA3,
        STA4,
        STA5,
        STA6,
        STA7,
        STA8,
        STA9,
        STA10,
        STA11,
        STA12,
        STA13
    }

    /** Events 1 to 19, in the order of Table 9-10. */
    enum Event {
        ASSOCIATE_REQUEST,
        CONNECT_CONFIRMED,
        AC_RECEIVED,
        RJ_RECEIVED,
        CONNECT_INDICATED,
        RQ_RECEIVED,
        ACCEPT,
        REJECT,
        DATA_REQUEST,
        DATA_RECEIVED,
        RELEASE_REQUEST,
        RELEASE_RQ_RECEIVED,
        RELEASE_RP_RECEIVED,
        RELEASE_RESPONSE,
        ABORT_REQUEST,
        ABORT_RECEIVED,
        CONNECTION_CLOSED,
        ARTIM_EXPIRED,
        INVALID_PDU
    }

    /** Actions with the state they lead to (Tables 9-6 to 9-9); of two, the machine chooses. */
    enum Action {
        AE1(State.STA4),
        AE2(State.STA5),
        AE3(State.STA6),
        AE4(State.STA1),
        AE5(State.STA2),
        /** Sta13 when the request is not acceptable to the provider. */
        AE6(State.STA3),
        AE7(State.STA6),
        AE8(State.STA13),
        DT1(State.STA6),
        DT2(State.STA6),
        AR1(State.STA7),
        AR2(State.STA8),
        AR3(State.STA1),
        AR4(State.STA13),
        AR5(State.STA1),
        AR6(State.STA7),
        AR7(State.STA8),
        /** Sta10 for the acceptor of the association. */
        AR8(State.STA9),
        AR9(State.STA11),
        AR10(State.STA12),
        AA1(State.STA13),
        AA2(State.STA1),
        AA3(State.STA1),
        AA4(State.STA1),
        AA5(State.STA1),
        AA6(State.STA13),
        AA7(State.STA13),
        AA8(State.STA13);

        private final State next;

        Action(State next) {
            this.next = next;
        }

        State next() {
            return next;
        }
    }

    static {
        // Columns Sta1 to Sta13; a dash is a blank cell of the standard.
        row(Event.ASSOCIATE_REQUEST, "AE1 - - - - - - - - - - - -");
        row(Event.CONNECT_CONFIRMED, "- - - AE2 - - - - - - - - -");
        row(Event.AC_RECEIVED, "- AA1 AA8 - AE3 AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA6");
        row(Event.RJ_RECEIVED, "- AA1 AA8 - AE4 AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA6");
        row(Event.CONNECT_INDICATED, "AE5 - - - - - - - - - - - -");
        row(Event.RQ_RECEIVED, "- AE6 AA8 - AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA7");
        row(Event.ACCEPT, "- - AE7 - - - - - - - - - -");
        row(Event.REJECT, "- - AE8 - - - - - - - - - -");
        row(Event.DATA_REQUEST, "- - - - - DT1 - AR7 - - - - -");
        row(Event.DATA_RECEIVED, "- AA1 AA8 - AA8 DT2 AR6 AA8 AA8 AA8 AA8 AA8 AA6");
        row(Event.RELEASE_REQUEST, "- - - - - AR1 - - - - - - -");
        row(Event.RELEASE_RQ_RECEIVED, "- AA1 AA8 - AA8 AR2 AR8 AA8 AA8 AA8 AA8 AA8 AA6");
        row(Event.RELEASE_RP_RECEIVED, "- AA1 AA8 - AA8 AA8 AR3 AA8 AA8 AR10 AR3 AA8 AA6");
        row(Event.RELEASE_RESPONSE, "- - - - - - - AR4 AR9 - - AR4 -");
        row(Event.ABORT_REQUEST, "- - AA1 AA2 AA1 AA1 AA1 AA1 AA1 AA1 AA1 AA1 -");
        row(Event.ABORT_RECEIVED, "- AA2 AA3 - AA3 AA3 AA3 AA3 AA3 AA3 AA3 AA3 AA2");
        row(Event.CONNECTION_CLOSED, "- AA5 AA4 AA4 AA4 AA4 AA4 AA4 AA4 AA4 AA4 AA4 AR5");
        row(Event.ARTIM_EXPIRED, "- AA2 - - - - - - - - - - AA2");
        row(Event.INVALID_PDU, "- AA1 AA8 - AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA8 AA7");
    }

    private StateTable() {}

    /** The action; empty where the standard leaves the cell blank, so that the event cannot happen. */
    static Optional<Action> action(State state, Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(event, Map.of()).get(state));
    }

    private static void row(Event event, String cells) {
        Map<State, Action> row = new EnumMap<>(State.class);
        String[] cell = cells.split(" ");
        int column = 0;
        for (State state : State.values()) {
            if (!cell[column].equals("-")) {
                row.put(state, Action.valueOf(cell[column]));
            }
            column++;
        }
        TABLE.put(event, row);
    }
}
