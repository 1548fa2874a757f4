package org.candela.shell;

import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.viewer.picture.ScreenPitch;

/**
 * One monitor as it stands on the desk now.
 *
 * @param name what the monitor calls itself, else its connector
 * @param renderScale device pixels per unit of {@code area}; 1 where nothing is scaled
 * @param isPrimary whether the system calls it the primary one
 * @param pitch distance of its pixels as the monitor states its size; empty when it states none that can be
 */
public record DeskScreen(
        ScreenId id, String name, Area area, double renderScale, boolean isPrimary, Optional<ScreenPitch> pitch) {
    /** A monitor of which no size is known. */
    public DeskScreen(ScreenId id, String name, Area area, double renderScale, boolean isPrimary) {
        this(id, name, area, renderScale, isPrimary, Optional.empty());
    }
}
