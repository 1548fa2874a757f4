package org.candela.displayqa.ui;

import org.candela.ui.Tone;

/**
 * What the page tells the reader after an action.
 *
 * @param whatToDo empty when there is nothing to do
 * @param code stable, to be quoted; empty when nothing failed
 */
public record QaNotice(Tone tone, String text, String whatToDo, String code) {
    static final QaNotice NONE = new QaNotice(Tone.NEUTRAL, "", "", "");

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
