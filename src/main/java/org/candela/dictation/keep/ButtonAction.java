package org.candela.dictation.keep;

import java.util.Map;

/** What a button of a dictation microphone or a pedal does. */
public enum ButtonAction {
    /** Records as long as it is held. */
    TALK,
    /** Turns the microphone on and off. */
    TOGGLE,
    NEXT_FIELD,
    PREVIOUS_FIELD,
    /** Stops recording and playing. */
    STOP,
    /** Plays what was said last. */
    REPLAY,
    /** Deletes what was said last. */
    DELETE_LAST,
    /** Goes on to signing preliminary, which asks for the PIN. */
    SIGN,
    NOTHING;

    private static final Map<String, ButtonAction> USUAL = Map.ofEntries(
            Map.entry("record", TALK),
            Map.entry("middle-pedal", TALK),
            Map.entry("play", REPLAY),
            Map.entry("stop", STOP),
            Map.entry("previous", PREVIOUS_FIELD),
            Map.entry("rewind", PREVIOUS_FIELD),
            Map.entry("left-pedal", PREVIOUS_FIELD),
            Map.entry("next", NEXT_FIELD),
            Map.entry("forward", NEXT_FIELD),
            Map.entry("right-pedal", NEXT_FIELD));

    /** What a button does until the reader teaches it something else. */
    public static ButtonAction usual(String button) {
        return USUAL.getOrDefault(button, NOTHING);
    }
}
