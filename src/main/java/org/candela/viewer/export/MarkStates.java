package org.candela.viewer.export;

import java.io.IOException;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.viewer.object.LeavingStates;

/** The marks of images that leave as DICOM, as presentation states of their copies. Blocks on the disk. */
@FunctionalInterface
public interface MarkStates {
    /** No marks leave. */
    MarkStates NONE = copies -> LeavingStates.Made.NONE;

    /** {@code copies}: headers of the copies by the SOP Instance UID of what they were made of. */
    LeavingStates.Made of(Map<Uid, Attributes> copies) throws IOException, CandelaException;
}
