package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.candela.viewer.ViewerAction;
import org.junit.jupiter.api.Test;

// [utest->req~shell.key-help~1]
class CommandGroupTest {
    @Test
    void everyCommandOnImagesHasAGroupAndATitle() {
        for (ViewerAction action : ViewerAction.values()) {
            assertTrue(CommandGroup.of(action.id()).isPresent(), action.id());
            assertFalse(action.title().isBlank(), action.id());
        }
    }

    @Test
    void everyCommandWithAKeyHasAGroup() {
        KeyMap.standard(ViewerCommands.keys())
                .bindings()
                .keys()
                .keySet()
                .forEach(id -> assertTrue(CommandGroup.of(id).isPresent(), id));
    }

    @Test
    void theLongestBeginningSaysTheGroup() {
        assertEquals(Optional.of(CommandGroup.LOOK), CommandGroup.of("viewer.tool.window"));
        assertEquals(Optional.of(CommandGroup.MEASURE), CommandGroup.of("viewer.tool.length"));
        assertEquals(Optional.empty(), CommandGroup.of("viewer.unheard-of"));
    }
}
