package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.MouseBindings.Turn;
import org.candela.viewer.MouseBindings.Wheel;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.mouse~1]
class MouseBindingsTest {
    @Test
    void everyActionThatChoosesAToolLendsThatTool() {
        for (ViewerAction action : ViewerAction.values()) {
            if (action.id().startsWith("viewer.tool.")) {
                assertTrue(MouseBindings.tool(action.id()).isPresent(), action.id());
            }
        }
    }

    @Test
    void aButtonDragsAToolOrDoesAnActionAndIsWrittenAsRead() {
        MouseBindings mouse = MouseBindings.standard()
                .with(Map.of("mouse.secondary", "viewer.tool.zoom", "mouse.back", "viewer.invert", "wheel", "series"));

        assertEquals(Optional.of(ViewTool.ZOOM), mouse.tool(Button.SECONDARY));
        assertEquals(Optional.empty(), mouse.action(Button.SECONDARY));
        assertEquals(Optional.of(ViewerAction.INVERT), mouse.action(Button.BACK));
        assertEquals(Optional.empty(), mouse.tool(Button.PRIMARY));
        assertEquals(Optional.empty(), mouse.action(Button.PRIMARY));
        assertEquals(Turn.SERIES, mouse.turn(Wheel.ALONE));
        assertEquals(mouse, MouseBindings.standard().with(mouse.text()));
    }

    @Test
    void whatIsNoButtonOrCannotBeDoneIsRefusedByName() {
        for (Map<String, String> wrong : List.of(
                Map.of("mouse.sixth", "viewer.invert"),
                Map.of("mouse.back", "viewer.sing"),
                Map.of("wheel.ctrl", "viewer.invert"))) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> MouseBindings.standard()
                            .with(wrong));
            assertTrue(
                    String.valueOf(refusal.getMessage())
                            .startsWith(wrong.keySet().iterator().next()),
                    refusal.getMessage());
        }
    }
}
