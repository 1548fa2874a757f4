package org.candela.viewer;

import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.viewer.layout.Hanging;

/** What a reader does to what hangs, remembered as a whole and taken back. Used on the thread of the session. */
// [impl->req~viewer.undo~1]
final class HangingEdits {
    private final Lightbox lightbox;
    private final Linking linking;
    private final EditHistory history;
    private final Runnable wentBack;
    private boolean isWithin;

    /** @param wentBack run after something was taken back or made again */
    HangingEdits(Lightbox lightbox, Linking linking, EditHistory history, Runnable wentBack) {
        this.lightbox = lightbox;
        this.linking = linking;
        this.history = history;
        this.wentBack = wentBack;
    }

    /** An edit within another is part of that. */
    void run(String title, Runnable change) {
        Hanging before = lightbox.hanging();
        boolean isWhole = !isWithin;
        isWithin = true;
        try {
            change.run();
            linking.changed(before);
        } finally {
            isWithin = !isWhole;
        }
        if (isWhole) {
            remember(title, before);
        }
    }

    /** What hangs has come from {@code before}; the place in a stack is no change. */
    void remember(String title, Hanging before) {
        Hanging after = lightbox.hanging();
        if (!after.looksLike(before)) {
            history.add(new Edit(title, () -> goBack(after, before), () -> goBack(before, after)));
        }
    }

    private void goBack(Hanging from, Hanging to) {
        lightbox.goBack(from, to);
        wentBack.run();
    }
}
