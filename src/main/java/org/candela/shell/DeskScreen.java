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
 * @param stated distance of its pixels as the monitor states its size; empty when it states none that can be
 * @param ruled the same as a ruler on it said; empty when none ever did, in the mode that it is in
 */
public record DeskScreen(
        ScreenId id,
        String name,
        Area area,
        double renderScale,
        boolean isPrimary,
        Optional<ScreenPitch> stated,
        Optional<MeasuredPitch> ruled) {
    /** A monitor of which no size is known. */
    public DeskScreen(ScreenId id, String name, Area area, double renderScale, boolean isPrimary) {
        this(id, name, area, renderScale, isPrimary, Optional.empty(), Optional.empty());
    }

    /** Distance of its pixels: as a ruler said, else as the monitor states. */
    // [impl->req~shell.ruler~1]
    public Optional<ScreenPitch> pitch() {
        return ruled.map(MeasuredPitch::pitch).or(() -> stated);
    }

    /** The same monitor, with what a ruler said. */
    DeskScreen measured(MeasuredPitch measured) {
        return new DeskScreen(id, name, area, renderScale, isPrimary, stated, Optional.of(measured));
    }

    /** Device pixels from left to right. */
    long columns() {
        return Math.round(area.width() * renderScale);
    }

    /** Device pixels from top to bottom. */
    long rows() {
        return Math.round(area.height() * renderScale);
    }
}
