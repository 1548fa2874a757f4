package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.SliceAlignment;
import org.candela.image.SliceSteps;
import org.candela.study.FrameKey;

/**
 * Frames that are scrolled through as one: a series in its order in space, or the frames of a cine.
 *
 * @param modality Modality (0008,0060)
 * @param laterality L or R; empty when not stated
 * @param view view position of a mammogram, {@code "CC"} or {@code "MLO"}; empty when not stated
 * @param frames at least one
 * @param steps how the frames follow one another in the patient
 * @param alignment how they lie over one another
 */
public record ImageStack(
        StudyBanner study,
        Uid seriesUid,
        String title,
        String modality,
        Optional<String> laterality,
        Optional<String> view,
        List<FrameKey> frames,
        SliceSteps steps,
        SliceAlignment alignment) {
    public ImageStack {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a stack needs a frame");
        }
    }

    /** A stack of which nothing is known but its frames. */
    public ImageStack(
            StudyBanner study,
            Uid seriesUid,
            String title,
            String modality,
            Optional<String> laterality,
            Optional<String> view,
            List<FrameKey> frames) {
        this(study, seriesUid, title, modality, laterality, view, frames, SliceSteps.NONE, SliceAlignment.STRAIGHT);
    }

    /** The same stack, its place in the patient known. */
    ImageStack placed(SliceSteps knownSteps, SliceAlignment knownAlignment) {
        return new ImageStack(study, seriesUid, title, modality, laterality, view, frames, knownSteps, knownAlignment);
    }

    /** Whether all frames belong to one instance, as those of a cine do. */
    public boolean isMultiFrame() {
        return frames.size() > 1
                && frames.stream().map(FrameKey::sopInstance).distinct().count() == 1;
    }
}
