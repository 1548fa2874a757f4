package org.candela.viewer.export;

import java.util.List;
import org.candela.study.LoadedFrame;

/** What may be burned into the picture of one frame. Immutable; safe from any thread. */
@FunctionalInterface
public interface FrameMarks {
    /** Nothing. */
    FrameMarks NONE = loaded -> List.of();

    /** The marks of the frame, which was decoded to {@code loaded}. */
    List<InkedMark> on(LoadedFrame loaded);

    /** The same whatever the pixels. */
    static FrameMarks of(List<InkedMark> marks) {
        List<InkedMark> fixed = List.copyOf(marks);
        return loaded -> fixed;
    }
}
