package org.candela.viewer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.candela.base.CandelaException;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/**
 * Frames of the open case that a reader chose to let leave, still by name. Immutable; made on the session's thread.
 *
 * @param chosen in the order of their stacks
 */
// [impl->req~export.extent~1]
public record ExportSelection(List<Chosen> chosen) {
    public ExportSelection {
        chosen = List.copyOf(chosen);
    }

    /** A frame, the stack it is of, and how it leaves. */
    record Chosen(FrameKey frame, int group, Look look, List<InkedMark> marks) {}

    /**
     * What {@code extent} means now.
     *
     * @param words what stands beside a mark
     */
    public static ExportSelection of(
            ReadingSession session, ExportExtent extent, ExportForm form, Function<Drawn, List<String>> words) {
        Viewport viewport = session.activeViewport();
        return new ExportSelection(
                switch (extent) {
                    case SHOWN -> form == ExportForm.MP4 ? film(viewport) : shown(viewport, words);
                    case KEY_IMAGES -> keyImages(session);
                    case SERIES ->
                        viewport.stack()
                                .map(stack -> frames(stack, 1, Looks.like(viewport.appearance())))
                                .orElse(List.of());
                    case STUDY -> study(session);
                });
    }

    private static List<Chosen> shown(Viewport viewport, Function<Drawn, List<String>> words) {
        List<InkedMark> marks = viewport.measuring().onScreen().stream()
                .filter(drawn -> drawn.role() != Role.DRAFT)
                .map(drawn -> new InkedMark(drawn.figure(), words.apply(drawn)))
                .toList();
        return viewport.picture()
                .flatMap(picture ->
                        viewport.shown().map(shown -> new Chosen(shown.key(), 1, look(viewport, picture), marks)))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Chosen> film(Viewport viewport) {
        return viewport.picture()
                .flatMap(picture -> viewport.stack().map(stack -> frames(stack, 1, look(viewport, picture))))
                .orElse(List.of());
    }

    private static Look look(Viewport viewport, Picture picture) {
        return Looks.shown(picture, viewport.viewState());
    }

    private static List<Chosen> keyImages(ReadingSession session) {
        List<Chosen> all = new ArrayList<>();
        Set<FrameKey> marked = Set.copyOf(session.keyImages().marked());
        int group = 0;
        for (ImageStack stack : stacks(session)) {
            List<FrameKey> here =
                    stack.frames().stream().filter(marked::contains).toList();
            group += here.isEmpty() ? 0 : 1;
            for (FrameKey frame : here) {
                all.add(new Chosen(frame, group, Looks.FILED, List.of()));
            }
        }
        return all;
    }

    private static List<ImageStack> stacks(ReadingSession session) {
        List<ImageStack> all = new ArrayList<>();
        session.study().ifPresent(study -> all.addAll(study.stacks()));
        session.priors().forEach(prior -> all.addAll(prior.stacks()));
        return all;
    }

    private static List<Chosen> study(ReadingSession session) {
        List<Chosen> all = new ArrayList<>();
        List<ImageStack> stacks = session.study().map(ReadingStudy::stacks).orElse(List.of());
        for (int i = 0; i < stacks.size(); i++) {
            all.addAll(frames(stacks.get(i), i + 1, Looks.FILED));
        }
        return all;
    }

    private static List<Chosen> frames(ImageStack stack, int group, Look look) {
        return stack.frames().stream()
                .map(frame -> new Chosen(frame, group, look, List.of()))
                .toList();
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
