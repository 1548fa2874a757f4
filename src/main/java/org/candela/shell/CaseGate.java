package org.candela.shell;

import org.candela.base.CandelaException;
import org.candela.worklist.ReadingItem;

/** Whether a study may be read by this reader, asked before it is claimed. Blocks on the disk. */
public interface CaseGate {
    /** Lets everything through; for desks without a practice. */
    CaseGate OPEN = new CaseGate() {
        @Override
        public void pass(ReadingItem item) {}

        @Override
        public void overrule(ReadingItem item, String reason) {}
    };

    /**
     * Keeps what is decided.
     *
     * @throws ReadingBlockedException when the study may not be read
     */
    void pass(ReadingItem item) throws CandelaException;

    /**
     * Keeps that the reader goes on against what blocks, and why; then {@link #pass} lets the study through for a day.
     *
     * @throws CandelaException when the reason is blank, or none overrides what blocks
     */
    void overrule(ReadingItem item, String reason) throws CandelaException;
}
