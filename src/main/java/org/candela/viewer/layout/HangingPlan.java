package org.candela.viewer.layout;

import java.util.List;
import org.candela.viewer.stack.ReadingStudy;

/** Decides what hangs where when a study is opened. Pure; used on the thread of the session. */
@FunctionalInterface
public interface HangingPlan {
    /**
     * Ways to hang a study with its priors, in the order to be read; at least one, perhaps with nothing in it.
     *
     * @param priorsNewestFirst of the same patient
     */
    List<Stage> stages(ReadingStudy current, List<ReadingStudy> priorsNewestFirst);

    /**
     * One way.
     *
     * @param protocol the protocol it belongs to, as its maker named it
     * @param name what this stage is for; may be empty
     */
    record Stage(String protocol, String name, Hanging hanging) {}
}
