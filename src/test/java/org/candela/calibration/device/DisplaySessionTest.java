package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplaySessionTest {
    // [utest->req~device.no-silent-ramp~1]
    @ParameterizedTest
    @CsvSource({
        // type, WAYLAND_DISPLAY, DISPLAY, kind
        "x11, , :0, X11",
        "X11, , :1.0, X11",
        ", , :0, X11",
        "tty, , unix:0, X11",
        "wayland, wayland-0, :0, WAYLAND",
        "wayland, , :0, WAYLAND",
        "Wayland, , , WAYLAND",
        ", wayland-1, , WAYLAND",
        // an X session with a nested compositor: which one draws this program is not certain
        "x11, wayland-0, :0, WAYLAND",
        "x11, ' ', :0, X11",
        "x11, , localhost:10.0, REMOTE",
        "tty, , , NONE",
        ", , , NONE"
    })
    void aGraphicsTableIsLoadedInAnXSessionOfThisComputerAlone(
            String type, String wayland, String display, DisplaySession.Kind kind) {
        Map<String, String> environment = new HashMap<>();
        put(environment, "XDG_SESSION_TYPE", type);
        put(environment, "WAYLAND_DISPLAY", wayland);
        put(environment, "DISPLAY", display);

        DisplaySession session = DisplaySession.of(environment);

        assertEquals(kind, session.kind());
        assertEquals(kind == DisplaySession.Kind.X11, session.canLoadGraphicsLut());
        assertEquals(session.canLoadGraphicsLut(), session.reason().isEmpty(), "a refusal says why");
    }

    @SuppressWarnings("NullAway") // a cell that is empty is null
    private static void put(Map<String, String> environment, String name, String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
