package org.candela.shell;

import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.worklist.ReadingItem;

/**
 * One step towards a case that is ready before it is opened. Equal ones do the same.
 *
 * @param of the case it is done for
 * @param study what is brought; that of the case otherwise
 * @param from who has it
 */
record AheadJob(Step step, ReadingItem.Id of, Uid study, FacilityId from) {
    /** What is done. */
    enum Step {
        BRING,
        /** Which earlier studies are there? */
        ASK,
        /** Lay it out and wish for the frames that will hang first. */
        WISH
    }

    static AheadJob of(Step step, ReadingItem item) {
        return new AheadJob(step, item.id(), item.study().uid(), item.id().facility());
    }
}
