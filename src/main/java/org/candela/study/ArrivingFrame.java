package org.candela.study;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.candela.base.Uid;

/**
 * What is seen of an image whose file is still coming: exact at its resolution, to be looked at and never measured.
 *
 * @param identity whose it is, and of which study, as its own header says
 * @param coarse always {@link LoadedFrame#isReduced() reduced}
 * @param bytes of the file that are here
 * @param expected bytes of the whole, where the service says so
 */
public record ArrivingFrame(
        StudyIdentity identity, Uid instance, LoadedFrame coarse, long bytes, OptionalLong expected) {
    public ArrivingFrame {
        if (!coarse.isReduced()) {
            throw new IllegalArgumentException("an image that is not whole in full resolution");
        }
    }

    /** How much of the file is here, 0 to 99; empty where the service does not say how long it is. */
    public OptionalInt percent() {
        return expected.isPresent() && expected.orElseThrow() > 0
                ? OptionalInt.of((int) Math.min(99, 100 * bytes / expected.orElseThrow()))
                : OptionalInt.empty();
    }

    /** The same picture with more bytes here. */
    ArrivingFrame grownTo(long now) {
        return new ArrivingFrame(identity, instance, coarse, now, expected);
    }
}
