package org.candela.viewer.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.InkedMark;
import org.candela.viewer.export.Look;
import org.candela.viewer.export.Looks;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.stack.ReadingStudy;

/**
 * Frames of the open case that a reader chose to print, still by name. Immutable; made on the session's thread.
 *
 * @param chosen in the order of their places or stacks
 * @param grid how they are laid on a sheet where the reader did not choose
 */
// [impl->req~print.extent~1]
record PrintSelection(List<Chosen> chosen, Grid grid) {
    PrintSelection {
        chosen = List.copyOf(chosen);
    }

    /** A frame and how it is printed. */
    record Chosen(FrameKey frame, Look look, List<InkedMark> marks) {}

    /** @param words what stands beside a mark */
    static PrintSelection of(ReadingSession session, PrintExtent extent, Function<Drawn, List<String>> words) {
        Viewport active = session.activeViewport();
        return switch (extent) {
            case SHOWN -> byNumber(shown(active, words));
            case SCREEN -> screen(session, words);
            case KEY_IMAGES -> byNumber(keyImages(session));
            case SERIES ->
                byNumber(active.stack()
                        .map(stack -> stack.frames().stream()
                                .map(frame -> new Chosen(frame, Looks.like(active.appearance()), List.of()))
                                .toList())
                        .orElse(List.of()));
        };
    }

    private static PrintSelection byNumber(List<Chosen> chosen) {
        return new PrintSelection(chosen, SheetLayout.gridFor(chosen.size()));
    }

    private static PrintSelection screen(ReadingSession session, Function<Drawn, List<String>> words) {
        int panel = session.active().panel();
        return new PrintSelection(
                session.lightbox().places(panel).stream()
                        .flatMap(place -> shown(session.viewport(place), words).stream())
                        .toList(),
                session.lightbox().shownGrid(panel));
    }

    private static List<Chosen> shown(Viewport viewport, Function<Drawn, List<String>> words) {
        List<InkedMark> marks = viewport.measuring().onScreen().stream()
                .filter(drawn -> drawn.role() != Role.DRAFT)
                .map(drawn -> new InkedMark(drawn.figure(), words.apply(drawn)))
                .toList();
        return viewport
                .picture()
                .flatMap(picture -> viewport.shown()
                        .map(shown -> new Chosen(shown.key(), Looks.shown(picture, viewport.viewState()), marks)))
                .stream()
                .toList();
    }

    private static List<Chosen> keyImages(ReadingSession session) {
        Set<FrameKey> marked = Set.copyOf(session.keyImages().marked());
        return Stream.concat(session.study().stream(), session.priors().stream())
                .map(ReadingStudy::stacks)
                .flatMap(List::stream)
                .flatMap(stack -> stack.frames().stream())
                .filter(marked::contains)
                .map(frame -> new Chosen(frame, Looks.FILED, List.of()))
                .toList();
    }

    /** The files they lie in. Blocks on the store. */
    List<Exhibit> found(StudyLibrary library) throws CandelaException {
        List<Exhibit> found = new ArrayList<>();
        for (Chosen one : chosen) {
            found.add(new Exhibit(
                    library.fileOf(one.frame().sopInstance())
                            .orElseThrow(() -> new CandelaException(
                                    "study.not-here", "an image is not here; fetch the study again")),
                    one.frame().frameIndex(),
                    1,
                    one.look(),
                    one.marks()));
        }
        return found;
    }
}
