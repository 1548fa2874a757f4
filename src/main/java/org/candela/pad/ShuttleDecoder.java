package org.candela.pad;

import java.util.ArrayList;
import java.util.List;

/**
 * What the events of a Contour Shuttle mean. The pad states where its wheels stand rather than how they moved, and Linux
 * drops a state of 0 because it takes both for motions: a jog wheel that passes 0 says nothing, and a shuttle that is let go
 * shows as a report without it. One thread.
 */
// [impl->req~pad.shuttle~1]
final class ShuttleDecoder {
    private static final int FIRST_BUTTON = 256;
    private static final int BUTTONS = 15;
    private static final int FURTHEST = 7;
    private static final int JOG_STATES = 256;
    private static final int UNKNOWN = -1;

    private final List<PadEvent> report = new ArrayList<>();
    private int jog = UNKNOWN;
    private int shuttle;
    private boolean isShuttleReported;
    private boolean isButtonReported;

    /** Takes the next event; the moves of a report are told with its last one, else nothing is. */
    List<PadEvent> take(InputEvent event) {
        switch (event.type()) {
            case InputEvent.EV_KEY -> button(event);
            case InputEvent.EV_REL -> wheel(event);
            case InputEvent.EV_SYN -> {
                return ended();
            }
            default -> {
                return List.of(); // scan codes and what later kernels add
            }
        }
        return List.of();
    }

    private void button(InputEvent event) {
        int number = event.code() - FIRST_BUTTON + 1;
        if (number >= 1 && number <= BUTTONS) {
            isButtonReported = true;
            if (event.value() == 1) {
                report.add(new PadEvent(PadEvent.Control.BUTTON, number));
            }
        }
    }

    private void wheel(InputEvent event) {
        if (event.code() == InputEvent.REL_DIAL) {
            turn(event.value() & (JOG_STATES - 1));
        } else if (event.code() == InputEvent.REL_WHEEL && Math.abs(event.value()) <= FURTHEST) {
            isShuttleReported = true;
            stand(event.value());
        }
    }

    private void turn(int now) {
        // The first report says where the wheel stands; it has not been turned.
        int steps = jog == UNKNOWN ? 0 : (byte) (now - jog);
        jog = now;
        // Of a wheel that passed 0 that state was not reported: the step away from it counts for both.
        for (int i = 0; i < Math.abs(steps); i++) {
            report.add(new PadEvent(PadEvent.Control.JOG, Integer.signum(steps)));
        }
    }

    private void stand(int now) {
        if (now != shuttle) {
            shuttle = now;
            report.add(new PadEvent(PadEvent.Control.SHUTTLE, now));
        }
    }

    private List<PadEvent> ended() {
        if (!isShuttleReported && !isButtonReported && shuttle != 0 && report.isEmpty()) {
            stand(0);
        }
        isShuttleReported = false;
        isButtonReported = false;
        List<PadEvent> moves = List.copyOf(report);
        report.clear();
        return moves;
    }
}
