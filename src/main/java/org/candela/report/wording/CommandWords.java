package org.candela.report.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.report.wording.SpokenCommand.Action;

/** The program's own commands: what is said for each, and what the reader is told of it. */
final class CommandWords {
    static final Map<String, SpokenCommand> ACTIONS;
    static final List<Phrase> LISTED;

    static {
        Map<String, SpokenCommand> actions = new HashMap<>();
        List<Phrase> listed = new ArrayList<>();
        for (Entry entry : entries()) {
            listed.add(new Phrase(entry.spoken.get(0), entry.meaning));
            entry.spoken.forEach(spoken -> actions.put(spoken, entry.action));
        }
        listed.add(new Phrase("select …", "Selects these words"));
        listed.add(new Phrase("replace … with …", "Puts other words in their place"));
        listed.add(new Phrase("literal …", "Writes what would be a command or a mark"));
        ACTIONS = Map.copyOf(actions);
        LISTED = List.copyOf(listed);
    }

    private CommandWords() {}

    private static List<Entry> entries() {
        return List.of(
                new Entry(Action.NEXT_FIELD, "To the next field", "next field", "tab forward"),
                new Entry(Action.PREVIOUS_FIELD, "To the field before", "previous field", "tab back"),
                new Entry(Action.ACCEPT_DEFAULTS, "Keeps the texts of untouched fields", "accept defaults"),
                new Entry(Action.FIELD_COMPLETE, "This field is done", "field complete"),
                new Entry(Action.UNDO, "Takes back the last change", "undo that", "undo"),
                new Entry(Action.REDO, "Does it again", "redo that", "redo"),
                new Entry(Action.SCRATCH, "Takes out what was said last", "scratch that", "delete that"),
                new Entry(Action.CAPITALISE, "Gives it a capital", "capitalise that", "capitalize that", "cap that"),
                new Entry(Action.UNSELECT, "Nothing is selected any more", "unselect that", "deselect that"),
                new Entry(Action.DELETE_SELECTION, "Takes out what is selected", "delete selection"),
                new Entry(Action.INSERT_MEASUREMENT, "Puts in what was measured last", "insert measurement"),
                new Entry(Action.INSERT_COMPARISON, "Writes what was compared", "insert comparison"),
                new Entry(Action.CRITICAL_RESULT, "Opens the record of a critical result", "critical result"),
                new Entry(Action.SIGN_PRELIMINARY, "Opens the preliminary signature", "sign preliminary"),
                new Entry(Action.SIGN_FINAL, "Opens the final signature", "sign final", "sign report"),
                new Entry(Action.CHECK_REPORT, "Says what stands against a signature, goes there", "check report"),
                new Entry(
                        Action.CONFIRM_WARNING,
                        "Confirms the first warning that waits",
                        "confirm warning",
                        "accept warning",
                        "warning seen"),
                new Entry(Action.PLAY_BACK, "Plays what was said last", "play that back", "play back"),
                new Entry(Action.STOP_LISTENING, "Stops listening", "stop listening", "stop dictation"),
                new Entry(Action.WHAT_CAN_I_SAY, "Lists the commands", "what can i say", "show commands"));
    }

    /** One command and the ways to say it; the first is the one that is listed. */
    private record Entry(Action action, String meaning, List<String> spoken) {
        Entry(Action action, String meaning, String... spoken) {
            this(action, meaning, List.of(spoken));
        }
    }
}
