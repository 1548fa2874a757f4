package org.candela.shell;

import java.util.List;
import org.candela.study.Study;
import org.candela.viewer.ReadingStudy;
import org.candela.worklist.ReadingItem;

/**
 * A study that is ready to be put on the screens.
 *
 * @param item the row of the list it was opened from, as it was then
 * @param images its stacks; {@code priors} those of earlier studies, newest first
 */
public record OpenedCase(
        ReadingItem item, Purpose purpose, Study study, ReadingStudy images, List<ReadingStudy> priors) {
    public OpenedCase {
        priors = List.copyOf(priors);
    }

    /** What a study is opened for. */
    public enum Purpose {
        /** Primary reading: the desk is ready, and the study is claimed. */
        DIAGNOSIS,
        /** Only to look: nothing is claimed, and the screens say that it is not for diagnosis. */
        REVIEW
    }
}
