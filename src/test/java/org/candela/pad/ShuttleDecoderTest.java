package org.candela.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.candela.pad.PadEvent.Control;
import org.junit.jupiter.api.Test;

/** Reports as a Contour Shuttle sends them through Linux. */
// [utest->req~pad.shuttle~1]
class ShuttleDecoderTest {
    private final ShuttleDecoder decoder = new ShuttleDecoder();

    @Test
    void aButtonCountsWhenItGoesDown() {
        assertEquals(List.of(new PadEvent(Control.BUTTON, 5)), report(dial(9), key(260, 1)));
        assertEquals(List.of(), report(dial(9), key(260, 0)));
        assertEquals(List.of(), report(dial(9), key(300, 1)));
    }

    @Test
    void theJogWheelStepsOnAndBackAndRoundItsEnd() {
        assertEquals(List.of(), report(dial(254)), "the first report only says where it stands");
        assertEquals(jog(1), report(dial(255)));
        assertEquals(jog(1, 1), report(dial(1)), "0 is never reported");
        assertEquals(jog(-1, -1, -1), report(dial(254)));
    }

    @Test
    void theRingStandsWhereItIsTurnedAndIsLetGoByAReportWithoutIt() {
        assertEquals(List.of(), report(dial(9)));
        assertEquals(shuttle(1), report(wheel(1), dial(9)));
        assertEquals(shuttle(7), report(wheel(7), dial(9)));
        assertEquals(
                List.of(new PadEvent(Control.BUTTON, 1)), report(dial(9), key(256, 1)), "a button lets nothing go");
        assertEquals(shuttle(-1), report(wheel(-1), dial(9)));
        assertEquals(shuttle(0), report(dial(9)));
        assertEquals(List.of(), report(dial(9)));
    }

    @Test
    void whatIsOutOfRangeIsNothing() {
        assertEquals(List.of(), report(wheel(8), new InputEvent(4, 4, 589825), new InputEvent(2, 11, 840)));
    }

    private List<PadEvent> report(InputEvent... events) {
        List<PadEvent> told = new ArrayList<>();
        for (InputEvent event : events) {
            told.addAll(decoder.take(event));
        }
        assertEquals(List.of(), told, "nothing before the report is whole");
        return decoder.take(new InputEvent(InputEvent.EV_SYN, 0, 0));
    }

    private static InputEvent key(int code, int value) {
        return new InputEvent(InputEvent.EV_KEY, code, value);
    }

    private static InputEvent dial(int value) {
        return new InputEvent(InputEvent.EV_REL, InputEvent.REL_DIAL, value);
    }

    private static InputEvent wheel(int value) {
        return new InputEvent(InputEvent.EV_REL, InputEvent.REL_WHEEL, value);
    }

    private static List<PadEvent> jog(int... steps) {
        List<PadEvent> events = new ArrayList<>();
        for (int step : steps) {
            events.add(new PadEvent(Control.JOG, step));
        }
        return events;
    }

    private static List<PadEvent> shuttle(int position) {
        return List.of(new PadEvent(Control.SHUTTLE, position));
    }
}
