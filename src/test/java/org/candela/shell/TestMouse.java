package org.candela.shell;

import org.candela.viewer.MouseBindings;

/** A mouse as the workstation comes, whose changes nobody keeps. */
final class TestMouse {
    private TestMouse() {}

    static Mouse shipped() {
        return new Mouse(
                new Mouse.Layers(MouseBindings.standard(), MouseBindings.standard()),
                MouseBindings.standard(),
                changed -> {});
    }
}
