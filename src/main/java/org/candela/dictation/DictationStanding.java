package org.candela.dictation;

/**
 * How the dictation stands.
 *
 * @param waiting utterances that are kept and not yet transcribed
 * @param trouble what is wrong and what to do, one line for the user; empty when nothing is
 */
public record DictationStanding(State state, int waiting, String trouble) {
    public static final DictationStanding IDLE = new DictationStanding(State.IDLE, 0, "");

    /** What it does at the moment. */
    public enum State {
        /** The microphone is off. */
        IDLE,
        /** The microphone is on and nobody speaks. */
        LISTENING,
        /** Somebody speaks. */
        HEARING,
        /** The microphone is off; what was said is still being transcribed. */
        CATCHING_UP
    }

    /** Whether what is said now is recorded. */
    public boolean isRecording() {
        return state == State.LISTENING || state == State.HEARING;
    }

    /** Whether something is wrong. What was said is safe all the same, unless {@code trouble} says so. */
    public boolean isTroubled() {
        return !trouble.isEmpty();
    }
}
