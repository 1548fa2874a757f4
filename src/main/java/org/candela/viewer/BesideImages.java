package org.candela.viewer;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candela.study.FrameKey;
import org.candela.viewer.region.SentRegions;
import org.candela.viewer.state.SentState;

/**
 * What others said of the images of the open study and its priors, in objects that came beside them. Immutable.
 *
 * @param keyImages frames that key object selections mark, in the order of the stacks
 * @param states presentation states, in the order of the study
 * @param regions segmentations and structure sets, in the order of the study
 * @param unread how many such objects could not be read
 */
public record BesideImages(Set<FrameKey> keyImages, List<SentState> states, List<SentRegions> regions, int unread) {
    /** Nothing came, or nothing has been read yet. */
    public static final BesideImages NOTHING = new BesideImages(Set.of(), List.of(), List.of(), 0);

    public BesideImages {
        keyImages = Collections.unmodifiableSet(new LinkedHashSet<>(keyImages));
        states = List.copyOf(states);
        regions = List.copyOf(regions);
    }

    /** Without regions. */
    public BesideImages(Set<FrameKey> keyImages, List<SentState> states, int unread) {
        this(keyImages, states, List.of(), unread);
    }
}
