package org.candela.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.report.wording.SpokenCommand.Action;
import org.junit.jupiter.api.Test;

// [utest->req~wording.commands~1]
class SpokenCommandsTest {
    private final SpokenCommands commands = SpokenCommands.of(Map.of("lungs", "F1"), List.of("Normal chest"));

    @Test
    void aTriggerGoesToItsFieldWithAndWithoutAVerb() {
        assertEquals(Optional.of(new SpokenCommand.GoTo("F1")), read("go to lungs"));
        assertEquals(Optional.of(new SpokenCommand.GoTo("F1")), read("Lungs"));
    }

    @Test
    void aMacroIsFoundByItsName() {
        assertEquals(Optional.of(new SpokenCommand.InsertMacro("Normal chest")), read("insert normal chest"));
    }

    @Test
    void aSentenceThatContainsACommandIsText() {
        assertTrue(read("the next field of view is larger").isEmpty());
        assertEquals(Optional.of(Action.NEXT_FIELD), read("next field"));
    }

    private Optional<SpokenCommand> read(String said) {
        return commands.read(Spoken.words(said));
    }
}
