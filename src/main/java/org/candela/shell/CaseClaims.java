package org.candela.shell;

import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.worklist.ReadingItem;

/** Claims that reach beyond this workstation, asked when a case is opened for reading. Blocks on disk and facility. */
public interface CaseClaims {
    /** Claims are kept here alone; for desks without facilities that keep them. */
    CaseClaims HERE_ONLY = new CaseClaims() {
        @Override
        public void take(ReadingItem item, Cancellation cancellation) {}

        @Override
        public boolean isBound(ReadingItem.Id id) {
            return false;
        }

        @Override
        public void laidAside(ReadingItem.Id id) {}
    };

    /**
     * Takes the study at its facility; one that is ours stays ours. A facility that does not answer keeps nobody from
     * reading: it is asked again later.
     *
     * @throws ReadingBlockedException when another reader has it, or it cannot be told which task it is
     */
    void take(ReadingItem item, Cancellation cancellation) throws CandelaException;

    /** Whether giving the study back would end its task at the facility for good. */
    boolean isBound(ReadingItem.Id id);

    /** The reader worked on it until now. */
    void laidAside(ReadingItem.Id id);
}
