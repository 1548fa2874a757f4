package org.candela.shell;

import java.util.List;
import java.util.Optional;
import org.candela.study.Study;
import org.candela.study.prior.PriorList;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.worklist.ReadingItem;

/**
 * A study that is ready to be put on the screens.
 *
 * @param item the row of the list it was opened from, as it was then
 * @param images its stacks; {@code priors} those of earlier studies, newest first
 * @param gaps what should be here and is not
 * @param known earlier studies that any facility knows of
 */
public record OpenedCase(
        ReadingItem item,
        Purpose purpose,
        Study study,
        ReadingStudy images,
        List<ReadingStudy> priors,
        Gaps gaps,
        PriorList known) {
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

    /**
     * What a facility has of a case and this workstation has not.
     *
     * @param study what of the study itself is missing, one reason each
     * @param priors why earlier studies may be missing; empty when all is well
     */
    public record Gaps(List<String> study, Optional<String> priors) {
        static final Gaps NONE = new Gaps(List.of(), Optional.empty());

        public Gaps {
            study = List.copyOf(study);
        }
    }
}
