package org.candela.pad.hid;

/**
 * What happened to a button.
 *
 * @param device as {@code 0554:1001}, vendor and product in hexadecimal
 * @param button as {@code record}; of a device without a known layout {@code bit-3}
 */
public record ButtonPress(String device, String button, Edge edge) {
    /** Which way it went. */
    public enum Edge {
        DOWN,
        UP
    }
}
