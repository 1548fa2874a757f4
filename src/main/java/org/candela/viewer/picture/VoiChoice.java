package org.candela.viewer.picture;

import java.util.List;
import java.util.function.Supplier;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** Which window or table a reader wants the values presented through. Says so by name, so that each frame uses its own. */
public sealed interface VoiChoice {
    /** What is used on a frame whose file offers {@code offered}; {@code ifNone} makes one for a file that offers none. */
    VoiTransform on(List<VoiTransform> offered, Supplier<? extends VoiTransform> ifNone);

    /** What the file of the frame asks for next, after the last of {@code count} alternatives the first. */
    OfFile nextOfFile(int count);

    /** The same curve over other inputs: a window keeps its function, a table is stretched (IHE RAD TF-2 4.16.4.2.2.1). */
    VoiChoice at(double center, double width);

    /** A window of the reader's own instead. */
    VoiChoice replacedBy(VoiWindow window);

    /**
     * One of the file's alternatives (PS3.3 C.11.2); every frame is presented as its own file asks.
     *
     * @param number from 0; in a file with fewer it starts again
     */
    record OfFile(int number) implements VoiChoice {
        /** What the file asks first. */
        public static final OfFile FIRST = new OfFile(0);

        @Override
        public VoiTransform on(List<VoiTransform> offered, Supplier<? extends VoiTransform> ifNone) {
            return offered.isEmpty() ? ifNone.get() : offered.get(number % offered.size());
        }

        @Override
        public OfFile nextOfFile(int count) {
            return new OfFile((number + 1) % count);
        }

        @Override
        public VoiChoice at(double center, double width) {
            return new Moved(this, VoiWindow.linear(center, width));
        }

        @Override
        public VoiChoice replacedBy(VoiWindow window) {
            return new ByReader(window, this);
        }
    }

    /**
     * One of the file's alternatives, brought to another centre and width by the reader.
     *
     * @param to its centre and width alone; the function stays that of the file
     */
    record Moved(OfFile file, VoiWindow to) implements VoiChoice {
        @Override
        public VoiTransform on(List<VoiTransform> offered, Supplier<? extends VoiTransform> ifNone) {
            return file.on(offered, ifNone).at(to.center(), to.width());
        }

        @Override
        public OfFile nextOfFile(int count) {
            return file;
        }

        @Override
        public VoiChoice at(double center, double width) {
            return file.at(center, width);
        }

        @Override
        public VoiChoice replacedBy(VoiWindow window) {
            return new ByReader(window, file);
        }
    }

    /**
     * The reader's own, for every frame.
     *
     * @param instead the alternative of the file that was shown before
     */
    record ByReader(VoiWindow window, OfFile instead) implements VoiChoice {
        @Override
        public VoiTransform on(List<VoiTransform> offered, Supplier<? extends VoiTransform> ifNone) {
            return window;
        }

        @Override
        public OfFile nextOfFile(int count) {
            return instead;
        }

        @Override
        public VoiChoice at(double center, double width) {
            return new ByReader(window.at(center, width), instead);
        }

        @Override
        public VoiChoice replacedBy(VoiWindow other) {
            return new ByReader(other, instead);
        }
    }
}
