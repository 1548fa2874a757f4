package org.candela.calibration.device;

import java.util.Locale;
import java.util.Map;

/**
 * What can be done with the displays of a Linux session, told from its environment alone.
 *
 * <p>Wayland has no call that loads a graphics LUT for other programs, and its X server for old programs accepts ramps without
 * effect: there displays are measured and judged, not calibrated. The render-path LUT and the monitor's own controls work in
 * every session.
 *
 * @param reason one sentence for the person at the screen; empty when a graphics LUT can be loaded
 */
public record DisplaySession(Kind kind, String reason) {

    /** Who draws the desktop. */
    public enum Kind {
        X11,
        WAYLAND,
        /** An X server on another computer. */
        REMOTE,
        /** A text console, or a service. */
        NONE
    }

    /**
     * The session with this environment: {@code XDG_SESSION_TYPE}, {@code WAYLAND_DISPLAY} and {@code DISPLAY} are looked at.
     *
     * <p>A session that names Wayland in either of the first two is taken for one: a ramp without effect is worse than none.
     */
    // [impl->req~device.no-silent-ramp~1]
    public static DisplaySession of(Map<String, String> environment) {
        String type = value(environment, "XDG_SESSION_TYPE").toLowerCase(Locale.ROOT);
        String wayland = value(environment, "WAYLAND_DISPLAY");
        String display = value(environment, "DISPLAY");
        if (type.equals("wayland") || !wayland.isEmpty()) {
            return new DisplaySession(
                    Kind.WAYLAND,
                    "this is a Wayland session, where no program can load a graphics table: displays can be tested"
                            + " here, not calibrated through it; log in to an X session for that");
        }
        if (display.isEmpty()) {
            return new DisplaySession(Kind.NONE, "there is no graphical session");
        }
        return isLocal(display)
                ? new DisplaySession(Kind.X11, "")
                : new DisplaySession(
                        Kind.REMOTE,
                        "the displays hang on another computer (" + display + "): displays can be tested here, not"
                                + " calibrated; run Candela on that computer");
    }

    /** Whether a graphics LUT can be loaded; otherwise displays are only verified. */
    public boolean canLoadGraphicsLut() {
        return kind == Kind.X11;
    }

    /** The same tables, of which none can be loaded where it would have no effect. */
    public GraphicsLut limited(GraphicsLut tables) {
        return canLoadGraphicsLut() ? tables : new VerifyOnlyGraphicsLut(tables, reason);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** {@code :0}, {@code unix:0}, or the path of a socket; anything else names a host, as {@code localhost:10.0} of ssh. */
    private static boolean isLocal(String display) {
        return display.startsWith(":") || display.startsWith("unix:") || display.startsWith("/");
    }
}
