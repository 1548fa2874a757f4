package org.candela.viewer;

import java.util.List;
import java.util.function.Supplier;
import org.candela.image.VoiTransform;

/** Which window or table a reader wants the values presented through. */
public sealed interface VoiChoice {
    /** What is used on a frame whose file offers {@code offered}; {@code ifNone} makes one for a file that offers none. */
    VoiTransform on(List<VoiTransform> offered, Supplier<VoiTransform> ifNone);

    /** What the file of the frame asks for next, after the last of {@code count} alternatives the first. */
    VoiChoice nextOfFile(int count);

    /**
     * One of the file's alternatives (PS3.3 C.11.2); every frame is presented as its own file asks.
     *
     * @param number from 0; in a file with fewer it starts again
     */
    record OfFile(int number) implements VoiChoice {
        /** What the file asks first. */
        public static final OfFile FIRST = new OfFile(0);

        @Override
        public VoiTransform on(List<VoiTransform> offered, Supplier<VoiTransform> ifNone) {
            return offered.isEmpty() ? ifNone.get() : offered.get(number % offered.size());
        }

        @Override
        public VoiChoice nextOfFile(int count) {
            return new OfFile((number + 1) % count);
        }
    }

    /**
     * The reader's own, for every frame.
     *
     * @param instead the alternative of the file that was shown before
     */
    record ByReader(VoiTransform voi, OfFile instead) implements VoiChoice {
        @Override
        public VoiTransform on(List<VoiTransform> offered, Supplier<VoiTransform> ifNone) {
            return voi;
        }

        @Override
        public VoiChoice nextOfFile(int count) {
            return instead;
        }
    }

    /** The reader's own from now on. */
    default VoiChoice replacedBy(VoiTransform voi) {
        return new ByReader(voi, this instanceof ByReader former ? former.instead() : (OfFile) this);
    }
}
