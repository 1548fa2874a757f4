package org.candela.viewer.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.object.LeavingStates;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/**
 * Frames of the open case that a reader chose to let leave, still by name. Immutable; made on the session's thread.
 *
 * @param chosen in the order of their stacks
 * @param parts the same by their stacks, as presentation states tell of them
 * @param marked what was drawn on the case
 */
// [impl->req~export.extent~1]
public record ExportSelection(List<Chosen> chosen, List<LeavingStates.Part> parts, LeavingStates.Marked marked) {
    /** Any canvas does for a picture that is fitted into it whole. */
    private static final CanvasSize ANY = new CanvasSize(1024, 1024);

    public ExportSelection {
        chosen = List.copyOf(chosen);
        parts = List.copyOf(parts);
    }

    /** A frame, the stack it is of, and how it leaves. */
    record Chosen(FrameKey frame, int group, Look look, FrameMarks marks) {}

    /** Frames of one stack. */
    private record Taken(ImageStack stack, List<FrameKey> frames, Look look) {}

    /**
     * What {@code extent} means now.
     *
     * @param labels what stands beside a mark
     */
    public static ExportSelection of(ReadingSession session, ExportExtent extent, ExportForm form, MarkLabels labels) {
        CaseMarks marks = new CaseMarks(session.marks().now(), labels);
        Viewport viewport = session.activeViewport();
        List<Taken> taken =
                switch (extent) {
                    case SHOWN -> shown(viewport, form);
                    case KEY_IMAGES -> keyImages(session);
                    case SERIES ->
                        viewport.stack()
                                .map(stack ->
                                        List.of(new Taken(stack, stack.frames(), Looks.like(viewport.appearance()))))
                                .orElse(List.of());
                    case STUDY -> study(session);
                };
        List<Chosen> chosen = new ArrayList<>();
        List<LeavingStates.Part> parts = new ArrayList<>();
        boolean isAsSeen = extent == ExportExtent.SHOWN && form != ExportForm.MP4;
        for (Taken one : taken) {
            int group = parts.size() + 1;
            for (FrameKey frame : one.frames()) {
                FrameMarks here = isAsSeen ? onScreen(viewport, labels) : marks.on(frame, one.stack());
                chosen.add(new Chosen(frame, group, one.look(), here));
            }
            parts.add(part(viewport, extent, one));
        }
        return new ExportSelection(chosen, parts, marks.told());
    }

    /** As it hangs there; under a presentation state, and elsewhere, as its file asks. */
    private static LeavingStates.Part part(Viewport viewport, ExportExtent extent, Taken taken) {
        boolean isOfPlace = extent == ExportExtent.SHOWN || extent == ExportExtent.SERIES;
        Appearance look =
                isOfPlace && !(viewport.use() instanceof StateUse.Whole) ? viewport.appearance() : Appearance.INITIAL;
        Optional<CanvasSize> canvas = viewport.resolvedView().map(view -> view.canvas());
        return extent == ExportExtent.SHOWN && canvas.isPresent()
                ? new LeavingStates.Part(taken.stack(), taken.frames(), look, canvas.orElseThrow())
                : new LeavingStates.Part(taken.stack(), taken.frames(), look.with(ViewState.FIT), ANY);
    }

    private static FrameMarks onScreen(Viewport viewport, MarkLabels labels) {
        return FrameMarks.of(viewport.measuring().onScreen().stream()
                .filter(drawn -> drawn.role() != Role.DRAFT)
                .map(drawn -> new InkedMark(drawn.figure(), labels.beside().apply(drawn)))
                .toList());
    }

    /** The image on the screen; as a film its whole stack, looked at so. */
    private static List<Taken> shown(Viewport viewport, ExportForm form) {
        Optional<Picture> picture = viewport.picture();
        Optional<ImageStack> stack = viewport.stack();
        Optional<FrameKey> key = viewport.shown().map(Viewport.Shown::key);
        if (picture.isEmpty() || stack.isEmpty() || key.isEmpty()) {
            return List.of();
        }
        List<FrameKey> frames = form == ExportForm.MP4 ? stack.orElseThrow().frames() : List.of(key.orElseThrow());
        Look look = Looks.shown(picture.orElseThrow(), viewport.viewState());
        return List.of(new Taken(stack.orElseThrow(), frames, look));
    }

    private static List<Taken> keyImages(ReadingSession session) {
        Set<FrameKey> marked = Set.copyOf(session.keyImages().marked());
        List<ImageStack> stacks = new ArrayList<>();
        session.study().ifPresent(study -> stacks.addAll(study.stacks()));
        session.priors().forEach(prior -> stacks.addAll(prior.stacks()));
        return stacks.stream()
                .map(stack -> new Taken(
                        stack, stack.frames().stream().filter(marked::contains).toList(), Looks.FILED))
                .filter(taken -> !taken.frames().isEmpty())
                .toList();
    }

    private static List<Taken> study(ReadingSession session) {
        return session.study().map(ReadingStudy::stacks).orElse(List.of()).stream()
                .map(stack -> new Taken(stack, stack.frames(), Looks.FILED))
                .toList();
    }

    /** The presentation states of their marks. */
    MarkStates states(StudyLibrary library, FrameFiles files, Clock clock) {
        return copies -> new LeavingStates(library, files, clock).of(parts, marked, copies);
    }

    /** The files they lie in. Blocks on the store. */
    List<Exhibit> found(StudyLibrary library) throws CandelaException {
        List<Exhibit> found = new ArrayList<>();
        for (Chosen one : chosen) {
            found.add(new Exhibit(
                    library.fileOf(one.frame().sopInstance())
                            .orElseThrow(() -> new CandelaException("study.not-here", "an image is not here")),
                    one.frame().frameIndex(),
                    one.group(),
                    one.look(),
                    one.marks()));
        }
        return found;
    }
}
