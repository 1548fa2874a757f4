package org.candela.viewer.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.candela.study.FrameKey;
import org.candela.viewer.stack.ImageStack;

/** What a case will show as soon as it is opened. Pure. */
public final class FirstFrames {
    /** So far the hand gets before loading has caught up. */
    private static final int DEEP = 8;

    private FirstFrames() {}

    /** The frame that each place of a hanging shows first, then the next ones of all places by turns. */
    public static List<FrameKey> of(Hanging hanging) {
        Collection<ImageStack> hung =
                hanging.hung().values().stream().map(Hung::stack).toList();
        List<FrameKey> frames = new ArrayList<>();
        for (int depth = 0; depth < DEEP; depth++) {
            for (ImageStack stack : hung) {
                if (depth < stack.frames().size()) {
                    frames.add(stack.frames().get(depth));
                }
            }
        }
        return frames;
    }
}
