package org.candela.shell;

import org.candela.base.ScreenId;

/**
 * One monitor as it stands on the desk now.
 *
 * @param name what the monitor calls itself, else its connector
 * @param renderScale device pixels per unit of {@code area}; 1 where nothing is scaled
 * @param isPrimary whether the system calls it the primary one
 */
public record DeskScreen(ScreenId id, String name, Area area, double renderScale, boolean isPrimary) {}
