package org.candela.codec.jpeg;

/** Puts decoded lines of a lossless scan into the image: without the point transform (T.81 H.1.2.2), cut to the precision. */
final class SampleStore {
    private final int shift;
    private final int mask;
    private final int step;

    /**
     * As {@code scan} says.
     *
     * @param step from one sample of a component to the next in a line
     */
    SampleStore(Scan scan, int precision, int step) {
        this.shift = scan.low();
        this.mask = (1 << precision) - 1;
        this.step = step;
    }

    /** Whether the components are those of the frame, in its order, so that a line of theirs is one of the image. */
    static boolean holdsAll(Component[] components) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].step != components.length || components[i].offset != i) {
                return false;
            }
        }
        return true;
    }

    /** Line {@code y} of components that {@link #holdsAll} holds for, of which {@code first} is the first. */
    void putAll(Component first, int y, char[] line) {
        // In locals, so that the loop is free of everything else and is done many samples at once.
        short[] samples = first.samples;
        int to = y * first.lineStep;
        int up = shift;
        int cut = mask;
        for (int x = 0; x < line.length; x++) {
            samples[to + x] = (short) ((line[x] << up) & cut);
        }
    }

    /** Line {@code y} of one component, of which {@code line[from]} is the first sample. */
    void put(Component component, int y, char[] line, int from) {
        if (y >= component.height) {
            return;
        }
        short[] samples = component.samples;
        int to = component.offset + y * component.lineStep;
        for (int x = 0, at = from; x < component.width; x++, at += step, to += component.step) {
            samples[to] = (short) ((line[at] << shift) & mask);
        }
    }
}
