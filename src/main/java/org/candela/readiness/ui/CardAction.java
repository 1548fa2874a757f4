package org.candela.readiness.ui;

import org.candela.base.CandelaException;

/**
 * Something a reader can say or do about a question of the card, where it stands.
 *
 * @param item id of the question
 * @param label on its button
 * @param prompt what is to be typed; blank where nothing is
 */
public record CardAction(String item, String label, String prompt, Act act) {
    /** What is done. */
    @FunctionalInterface
    public interface Act {
        /**
         * Does it, off the FX thread.
         *
         * @param typed what stood in the field; blank where there is none
         * @throws CandelaException whose message the reader is told
         */
        void with(String typed) throws CandelaException;
    }
}
