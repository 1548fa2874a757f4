package org.candela.base;

/**
 * Identity of one physical display, stable across ports and restarts.
 *
 * <p>From the EDID where there is one ({@code "ABC-1234-serial"}: manufacturer, product code, serial number), else from
 * the connector name, prefixed {@code "port:"}, so that a display that cannot be told apart is seen as such.
 */
public record ScreenId(String value) implements Comparable<ScreenId> {
    public ScreenId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a screen id needs at least one character");
        }
    }

    /** Whether the id names the panel itself and not merely the port it is plugged into. */
    public boolean namesThePanel() {
        return !value.startsWith("port:");
    }

    @Override
    public int compareTo(ScreenId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
