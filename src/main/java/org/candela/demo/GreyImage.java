package org.candela.demo;

import java.util.Arrays;

/** A grey picture in the making: values in modality units, row-major. One thread. */
final class GreyImage {
    private final int rows;
    private final int columns;
    private final float[] values;

    GreyImage(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = new float[rows * columns];
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    float value(int row, int column) {
        return values[row * columns + column];
    }

    void set(int row, int column, float value) {
        values[row * columns + column] = value;
    }

    void add(int row, int column, float value) {
        values[row * columns + column] += value;
    }

    void fill(float value) {
        Arrays.fill(values, value);
    }

    /** Sets columns {@code from} to {@code to}, both included and clipped to the picture. */
    void fillRow(int row, int from, int to, float value) {
        int first = Math.max(from, 0);
        int last = Math.min(to, columns - 1);
        if (first <= last) {
            Arrays.fill(values, row * columns + first, row * columns + last + 1, value);
        }
    }

    /** Blurs like a scanner's point spread: weights 1-2-1 along both axes; the border stays. */
    void soften() {
        for (int row = 0; row < rows; row++) {
            softenRow(row * columns);
        }
        softenColumns();
    }

    private void softenRow(int start) {
        float previous = values[start];
        for (int at = start + 1; at < start + columns - 1; at++) {
            float current = values[at];
            values[at] = (previous + 2 * current + values[at + 1]) / 4;
            previous = current;
        }
    }

    /** Row by row, as memory lies; {@code above} holds the row before as it was. */
    private void softenColumns() {
        float[] above = Arrays.copyOf(values, columns);
        for (int row = 1; row < rows - 1; row++) {
            int start = row * columns;
            for (int column = 0; column < columns; column++) {
                float current = values[start + column];
                values[start + column] = (above[column] + 2 * current + values[start + columns + column]) / 4;
                above[column] = current;
            }
        }
    }

    /** Adds zero-mean noise of standard deviation {@code sigma}; {@code salt} makes each picture's own. */
    void addNoise(NoiseField noise, float sigma, long salt) {
        for (int row = 0; row < rows; row++) {
            noise.addTo(values, row * columns, columns, sigma, salt * rows + row);
        }
    }

    /** Replaces each value by {@code top − values} scaled, as a negative of a film. */
    void invert(float top) {
        for (int i = 0; i < values.length; i++) {
            values[i] = top - values[i];
        }
    }

    /** Unsigned 16-bit little endian samples of {@code value + offset}, rounded and clipped to 0…{@code maximum}. */
    byte[] toUnsigned16(float offset, int maximum) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            int stored = Math.max(0, Math.min(maximum, Math.round(values[i] + offset)));
            bytes[2 * i] = (byte) stored;
            bytes[2 * i + 1] = (byte) (stored >>> 8);
        }
        return bytes;
    }
}
