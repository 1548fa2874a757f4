package org.candela.viewer.stack;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.SliceAlignment;
import org.candela.image.SliceSteps;
import org.candela.study.FrameKey;

/**
 * Frames that are scrolled through as one: a series in its order in space, or the frames of a cine.
 *
 * @param frames at least one
 * @param geometry where they lie in the patient
 * @param missingParts instances of an image that was sent in several which are not here
 */
public record ImageStack(
        StudyBanner study,
        Uid seriesUid,
        StackTraits traits,
        List<FrameKey> frames,
        StackGeometry geometry,
        int missingParts) {
    public ImageStack {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a stack needs a frame");
        }
        if (!geometry.planes().isEmpty() && geometry.planes().size() != frames.size()) {
            throw new IllegalArgumentException(
                    geometry.planes().size() + " planes do not fit " + frames.size() + " frames");
        }
    }

    /** A stack of which nothing is known but its frames. */
    public ImageStack(StudyBanner study, Uid seriesUid, StackTraits traits, List<FrameKey> frames) {
        this(study, seriesUid, traits, frames, StackGeometry.UNKNOWN, 0);
    }

    /** The same stack, its place in the patient known. */
    public ImageStack placed(StackGeometry known) {
        return new ImageStack(study, seriesUid, traits, frames, known, missingParts);
    }

    /** The same stack, {@code parts} of its image not here. */
    ImageStack lacking(int parts) {
        return new ImageStack(study, seriesUid, traits, frames, geometry, parts);
    }

    /** Modality (0008,0060). */
    public String modality() {
        return traits.modality();
    }

    /** Series Description; may be empty. */
    public String title() {
        return traits.title();
    }

    /** L or R; empty when not stated. */
    public Optional<String> laterality() {
        return traits.laterality();
    }

    /** View position of a mammogram; empty when not stated. */
    public Optional<String> view() {
        return traits.view();
    }

    /** How the frames follow one another in the patient. */
    public SliceSteps steps() {
        return geometry.steps();
    }

    /** How they lie over one another. */
    public SliceAlignment alignment() {
        return geometry.alignment();
    }

    /** Whether all frames belong to one instance, as those of a cine do. */
    public boolean isMultiFrame() {
        return frames.size() > 1
                && frames.stream().map(FrameKey::sopInstance).distinct().count() == 1;
    }
}
