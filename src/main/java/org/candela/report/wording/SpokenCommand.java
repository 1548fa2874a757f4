package org.candela.report.wording;

import java.util.function.Function;

/** Something said that is done and not written. */
public sealed interface SpokenCommand {
    /** Answers each kind of command. */
    <R> R match(
            Function<Action, R> action,
            Function<GoTo, R> goTo,
            Function<InsertMacro, R> macro,
            Function<Select, R> select,
            Function<Replace, R> replace);

    /** A command without anything more to it. */
    enum Action implements SpokenCommand {
        /** To the next field, or the next place in brackets. */
        NEXT_FIELD,
        /** To the field before. */
        PREVIOUS_FIELD,
        /** Keeps what the template says in all fields that were not touched. */
        ACCEPT_DEFAULTS,
        /** This field is done; goes to the next that is not. */
        FIELD_COMPLETE,
        /** Takes back what was last done to the text. */
        UNDO,
        /** Does again what was taken back. */
        REDO,
        /** Takes out what was said last. */
        SCRATCH,
        /** Gives what is selected, else the word said last, a capital. */
        CAPITALISE,
        /** Nothing is selected any more. */
        UNSELECT,
        /** Takes out what is selected. */
        DELETE_SELECTION,
        /** Puts in what was measured last. */
        INSERT_MEASUREMENT,
        /** Writes what was compared. */
        INSERT_COMPARISON,
        /** Opens the record of a critical result. */
        CRITICAL_RESULT,
        /** Opens the preliminary signature; the PIN signs, never a voice. */
        SIGN_PRELIMINARY,
        /** Opens the final signature; the PIN signs, never a voice. */
        SIGN_FINAL,
        /** Runs the checks before a signature. */
        CHECK_REPORT,
        /** Confirms the first warning that waits; one at a time. */
        CONFIRM_WARNING,
        /** Plays the last utterance. */
        PLAY_BACK,
        /** Stops listening. */
        STOP_LISTENING,
        /** Lists the commands. */
        WHAT_CAN_I_SAY;

        @Override
        public <R> R match(
                Function<Action, R> action,
                Function<GoTo, R> goTo,
                Function<InsertMacro, R> macro,
                Function<Select, R> select,
                Function<Replace, R> replace) {
            return action.apply(this);
        }
    }

    /**
     * To the field that a verbal trigger names.
     *
     * @param fieldId the template's id of the field
     */
    record GoTo(String fieldId) implements SpokenCommand {
        @Override
        public <R> R match(
                Function<Action, R> action,
                Function<GoTo, R> goTo,
                Function<InsertMacro, R> macro,
                Function<Select, R> select,
                Function<Replace, R> replace) {
            return goTo.apply(this);
        }
    }

    /**
     * Puts in a macro.
     *
     * @param name as the macro is called
     */
    record InsertMacro(String name) implements SpokenCommand {
        @Override
        public <R> R match(
                Function<Action, R> action,
                Function<GoTo, R> goTo,
                Function<InsertMacro, R> macro,
                Function<Select, R> select,
                Function<Replace, R> replace) {
            return macro.apply(this);
        }
    }

    /**
     * Selects words of the text: their last occurrence before the caret, else their first behind it.
     *
     * @param words as spoken
     */
    record Select(String words) implements SpokenCommand {
        @Override
        public <R> R match(
                Function<Action, R> action,
                Function<GoTo, R> goTo,
                Function<InsertMacro, R> macro,
                Function<Select, R> select,
                Function<Replace, R> replace) {
            return select.apply(this);
        }
    }

    /**
     * Puts other words in the place of some.
     *
     * @param words what is sought, as spoken
     * @param by what stands there then, as spoken
     */
    record Replace(String words, String by) implements SpokenCommand {
        @Override
        public <R> R match(
                Function<Action, R> action,
                Function<GoTo, R> goTo,
                Function<InsertMacro, R> macro,
                Function<Select, R> select,
                Function<Replace, R> replace) {
            return replace.apply(this);
        }
    }
}
