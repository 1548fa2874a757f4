package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.candela.net.dimse.StateTable.Action;
import org.candela.net.dimse.StateTable.Event;
import org.candela.net.dimse.StateTable.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~net.dimse.states~1]
class StateTableTest {
    @ParameterizedTest
    @CsvSource({
        "STA1, ASSOCIATE_REQUEST, AE1, STA4",
        "STA4, CONNECT_CONFIRMED, AE2, STA5",
        "STA5, AC_RECEIVED, AE3, STA6",
        "STA5, RJ_RECEIVED, AE4, STA1",
        "STA1, CONNECT_INDICATED, AE5, STA2",
        "STA2, RQ_RECEIVED, AE6, STA3",
        "STA3, ACCEPT, AE7, STA6",
        "STA3, REJECT, AE8, STA13",
        "STA6, RELEASE_REQUEST, AR1, STA7",
        "STA7, RELEASE_RQ_RECEIVED, AR8, STA9",
        "STA9, RELEASE_RESPONSE, AR9, STA11",
        "STA10, RELEASE_RP_RECEIVED, AR10, STA12",
        "STA12, RELEASE_RESPONSE, AR4, STA13",
        "STA11, RELEASE_RP_RECEIVED, AR3, STA1",
        "STA7, DATA_RECEIVED, AR6, STA7",
        "STA8, DATA_REQUEST, AR7, STA8",
        "STA13, CONNECTION_CLOSED, AR5, STA1",
        "STA2, ARTIM_EXPIRED, AA2, STA1"
    })
    void followsTable9Dash10(State state, Event event, Action action, State next) {
        assertEquals(Optional.of(action), StateTable.action(state, event));
        assertEquals(next, action.next());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STA1", "STA4"})
    void everyPduHasAnActionWhereAConnectionIsOpen(State state) {
        for (Event event : new Event[] {
            Event.AC_RECEIVED,
            Event.RJ_RECEIVED,
            Event.RQ_RECEIVED,
            Event.DATA_RECEIVED,
            Event.RELEASE_RQ_RECEIVED,
            Event.RELEASE_RP_RECEIVED,
            Event.ABORT_RECEIVED,
            Event.INVALID_PDU,
            Event.CONNECTION_CLOSED
        }) {
            assertTrue(StateTable.action(state, event).isPresent(), state + " " + event);
        }
    }

    @Test
    void whatCannotHappenHasNoAction() {
        assertEquals(Optional.empty(), StateTable.action(State.STA1, Event.DATA_RECEIVED));
    }
}
