package org.candela.pad.hid;

import java.util.ArrayList;
import java.util.List;
import org.candela.pad.hid.ButtonPress.Edge;

/** Which buttons went down and up from one report to the next. One thread. */
// [impl->req~pad.hid~1]
final class ButtonDecoder {
    private final String device;
    private final ButtonLayout layout;
    private long down;

    ButtonDecoder(String device) {
        this.device = device;
        this.layout = ButtonLayout.of(device);
    }

    /** In the order of the bits, those that were let go first. */
    List<ButtonPress> take(byte[] report) {
        return layout.isAboutButtons(report) ? changed(layout.bits(report)) : List.of();
    }

    /** The device is gone: nothing is held any more. */
    List<ButtonPress> gone() {
        return changed(0);
    }

    private List<ButtonPress> changed(long now) {
        List<ButtonPress> changes = new ArrayList<>();
        add(changes, down & ~now, Edge.UP);
        add(changes, now & ~down, Edge.DOWN);
        down = now;
        return changes;
    }

    private void add(List<ButtonPress> changes, long bits, Edge edge) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((bits >> bit & 1) == 1 && !layout.button(bit).isEmpty()) {
                changes.add(new ButtonPress(device, layout.button(bit), edge));
            }
        }
    }
}
