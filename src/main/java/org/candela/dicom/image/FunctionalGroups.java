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
        return holder(sequence).flatMap(group -> group.item(sequence)).orElse(dataSet);
    }

    /** All items of {@code sequence} for the frame; those of the data set itself when the image has no such group. */
    List<Attributes> items(int sequence) {
        return holder(sequence).orElse(dataSet).items(sequence);
    }

    /** Item of the frame, else of all frames, that has {@code sequence} with an item. */
    private Optional<Attributes> holder(int sequence) {
        List<Attributes> perFrame = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        Optional<Attributes> own =
                frameIndex < perFrame.size() ? Optional.of(perFrame.get(frameIndex)) : Optional.empty();
        return own.filter(item -> item.item(sequence).isPresent())
                .or(() -> dataSet.item(Tag.SharedFunctionalGroupsSequence)
                        .filter(shared -> shared.item(sequence).isPresent()));
    }
}
