package org.candela.viewer;

/** A place of the desk where images hang: the left and the right diagnostic display, or half of the only one. */
public enum Slot {
    LEFT,
    RIGHT;

    /** The other one. */
    public Slot other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
