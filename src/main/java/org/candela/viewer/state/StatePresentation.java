package org.candela.viewer.state;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candela.study.LoadedFrame;

/** What comes of applying a presentation state whole to one image (PS3.4 N.2). */
public sealed interface StatePresentation {

    /** What a state sets otherwise than the image itself would. */
    enum Part {
        /** Stored values mean other modality values, or come through another table. */
        MODALITY,
        WINDOW,
        VOI_TABLE,
        /** No window and no table: the whole range of values. */
        WHOLE_RANGE,
        INVERSE,
        PRESENTATION_TABLE,
        /** Colours by a profile of the state. */
        COLOURS,
        SHUTTER,
        TURNED,
        MIRRORED,
        /** A part of the image, or more than it. */
        AREA,
        /** Pixels of another shape than the image says. */
        ASPECT,
        OVERLAYS,
        GRAPHICS
    }

    /**
     * It is applied.
     *
     * @param loaded the same values, meant and covered as the state says: what is to be shown, and not to be measured in
     * @param parts what the state sets
     * @param leftOut what of it is not applied, in words; in English and without patient data
     */
    record Applied(LoadedFrame loaded, StatedView view, Set<Part> parts, List<String> leftOut)
            implements StatePresentation {
        public Applied {
            parts = Collections.unmodifiableSet(new TreeSet<>(parts));
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * It cannot be applied; its graphics still can.
     *
     * @param reason in English and without patient data
     */
    record Refused(String reason) implements StatePresentation {}
}
