package org.candela.dicom.image;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** Attributes of one frame of a multi-frame image: its own groups, then the shared ones (PS3.3 C.7.6.16). */
final class FunctionalGroups {
    private final Attributes dataSet;
    private final int frameIndex;

    FunctionalGroups(Attributes dataSet, int frameIndex) {
        this.dataSet = dataSet;
        this.frameIndex = frameIndex;
    }

    /** Whether this is a frame after the first of an image that says nothing of single frames. */
    boolean isLaterFrameWithoutGroups() {
        return frameIndex > 0
                && dataSet.items(Tag.PerFrameFunctionalGroupsSequence).isEmpty();
    }

    /** The frame, from 0. */
    int frameIndex() {
        return frameIndex;
    }

    /** Item of {@code sequence} for the frame; the data set itself when the image has no such group. */
    Attributes group(int sequence) {
        List<Attributes> perFrame = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        Optional<Attributes> own =
                frameIndex < perFrame.size() ? perFrame.get(frameIndex).item(sequence) : Optional.empty();
        return own.or(() -> dataSet.item(Tag.SharedFunctionalGroupsSequence).flatMap(shared -> shared.item(sequence)))
                .orElse(dataSet);
    }
}
