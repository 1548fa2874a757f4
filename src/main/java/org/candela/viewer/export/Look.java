package org.candela.viewer.export;

import org.candela.study.LoadedFrame;

/** How a frame is drawn when it leaves. Immutable; safe from any thread. */
@FunctionalInterface
public interface Look {
    /** The picture of {@code loaded} and what is to be said at its edges. */
    Sight on(LoadedFrame loaded);
}
