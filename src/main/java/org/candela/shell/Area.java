package org.candela.shell;

/** A rectangle of the desktop in the toolkit's own units, which are device pixels divided by the render scale. */
public record Area(double x, double y, double width, double height) {
    public Area {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a screen has a size: " + width + " x " + height);
        }
    }

    /** Whether it is higher than wide, as a panel for images of the body usually is. */
    public boolean isPortrait() {
        return height > width;
    }

    double size() {
        return width * height;
    }
}
