package org.candela.calibration.pattern;

/** Where the object of a forced choice is, or is said to be: the arrow keys. */
public enum Direction {
    UP,
    RIGHT,
    DOWN,
    LEFT
}
