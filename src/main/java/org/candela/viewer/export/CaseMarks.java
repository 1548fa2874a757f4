package org.candela.viewer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.candela.viewer.MarkedFrames;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.mark.KeptMarks;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.object.LeavingStates;
import org.candela.viewer.stack.ImageStack;

/** The marks of the open case, as they were when the reader chose what leaves. Immutable; safe from any thread. */
record CaseMarks(KeptMarks marks, MarkLabels labels) {
    /** Those that belong to a frame of {@code stack}, each where it belongs and measured there. */
    // [impl->req~export.burned~1]
    FrameMarks on(FrameKey key, ImageStack stack) {
        return loaded -> {
            MarkedFrame here = MarkedFrames.of(key, loaded, stack);
            List<InkedMark> inked = new ArrayList<>();
            for (Mark mark : marks.all()) {
                here.figure(mark).ifPresent(figure -> {
                    Drawn drawn = new Drawn(
                            Optional.of(mark), figure, marks.reading(mark, here), Role.PLAIN, here.isOwn(mark));
                    inked.add(new InkedMark(figure, labels.beside().apply(drawn)));
                });
            }
            return inked;
        };
    }

    /** All of them with what they measured at their last change. */
    LeavingStates.Marked told() {
        Map<Uid, List<String>> words = marks.all().stream()
                .collect(Collectors.toMap(Mark::id, mark -> labels.says().apply(mark.reading())));
        return new LeavingStates.Marked(marks.all(), words);
    }
}
