package org.candela.viewer.state;

import java.time.LocalDateTime;
import java.util.Optional;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/** A presentation state that came beside images. Immutable. */
public interface SentState {
    /** What it is called, and whose it is. */
    Label label();

    /** Whether it was made for {@code frame}; on others it must not be shown (PS3.3 C.11.11). */
    boolean appliesTo(FrameKey frame);

    /** What it draws on a frame it applies to. */
    StateGraphics graphicsOn(FrameKey frame);

    /** Whether it says how images look, beside what it draws on them. */
    default boolean presents() {
        return true;
    }

    /** How it presents a frame that it applies to, whole, or why it cannot. Pure; on the calling thread. */
    StatePresentation on(FrameKey frame, LoadedFrame loaded);

    /**
     * What a state is called.
     *
     * @param name its label
     * @param creator a person's name as in the file; may be empty
     * @param created empty where the file does not say it
     */
    record Label(String name, String creator, Optional<LocalDateTime> created) {}
}
