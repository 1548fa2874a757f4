package org.candela.viewer.object;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.image.VoiTransform;
import org.candela.measure.Reading;
import org.candela.study.FrameKey;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.StateUse;

/**
 * What a place of the desk shows, and of which images it is to be told. Immutable.
 *
 * @param frames images that are meant
 * @param appearance how they look
 * @param ifNone window of images whose files have none
 * @param canvas what they are drawn on
 * @param marks all marks of the case, oldest first
 * @param words what is written beside each mark, by its id
 * @param stepMm usual distance of slices, mm; 0 where unknown
 */
record ScreenLook(
        List<FrameKey> frames,
        Appearance appearance,
        VoiTransform ifNone,
        CanvasSize canvas,
        List<Mark> marks,
        Map<Uid, List<String>> words,
        double stepMm) {
    ScreenLook {
        frames = List.copyOf(frames);
        marks = List.copyOf(marks);
        words = Map.copyOf(words);
    }

    /**
     * Takes down what the active place shows. On the thread of the session.
     *
     * @param says what is written beside a mark that reads so
     * @throws CandelaException {@value StateExport#NOTHING}, or {@value StateExport#UNDER_A_STATE}
     */
    static ScreenLook of(ReadingSession session, StateExport.Extent extent, Function<Reading, List<String>> says)
            throws CandelaException {
        Viewport viewport = session.activeViewport();
        boolean isReady = viewport.picture().isPresent() && viewport.stack().isPresent();
        if (!isReady) {
            throw new CandelaException(StateExport.NOTHING, "no image is shown");
        }
        if (viewport.use() instanceof StateUse.Whole) {
            throw new CandelaException(StateExport.UNDER_A_STATE, "the image is shown by a presentation state");
        }
        List<Mark> marks = session.marks().all();
        return new ScreenLook(
                frames(session, viewport, extent),
                viewport.appearance(),
                viewport.presentation().orElseThrow().voi(),
                viewport.resolvedView().orElseThrow().canvas(),
                marks,
                marks.stream().collect(Collectors.toMap(Mark::id, mark -> says.apply(mark.reading()))),
                viewport.stack().orElseThrow().steps().stepMm());
    }

    private static List<FrameKey> frames(ReadingSession session, Viewport viewport, StateExport.Extent extent)
            throws CandelaException {
        List<FrameKey> stack = viewport.stack().orElseThrow().frames();
        List<FrameKey> frames =
                switch (extent) {
                    case IMAGE -> List.of(viewport.shown().orElseThrow().key());
                    case KEY_IMAGES ->
                        stack.stream().filter(session.keyImages()::isMarked).toList();
                    case SERIES -> stack;
                };
        if (frames.isEmpty()) {
            throw new CandelaException(StateExport.NOTHING, "no image of the series is marked");
        }
        return frames;
    }
}
