package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.study.FrameKey;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.stack.ImageStack;

/** Finds the image a mark was drawn on, and brings it before the reader. Used on the thread of the session. */
public final class MarkJump {
    private static final String TITLE = "Show a mark";

    private final ReadingSession session;

    public MarkJump(ReadingSession session) {
        this.session = session;
    }

    /**
     * Where a mark was drawn.
     *
     * @param index of the frame in the stack, from 0
     */
    public record Spot(ImageStack stack, int index) {}

    /** The stack and frame of a mark; empty when its image is not part of the case. */
    public Optional<Spot> spot(Mark mark) {
        return spot(mark.reference().frame());
    }

    private Optional<Spot> spot(FrameKey frame) {
        return stacks().filter(stack -> stack.frames().contains(frame))
                .findFirst()
                .map(stack -> new Spot(stack, stack.frames().indexOf(frame)));
    }

    /**
     * Shows the image of a mark and selects it: where its stack already hangs, else at the active place. What hung there
     * before comes back by undo.
     */
    // [impl->req~viewer.mark-list~1]
    public void to(Mark mark) {
        to(mark.reference().frame());
        session.marks().select(mark);
    }

    /** Shows an image of the case in the same way; whether it is part of the case. */
    public boolean to(FrameKey frame) {
        Optional<Spot> found = spot(frame);
        found.ifPresent(spot -> session.edit(TITLE, () -> {
            Optional<Place> hanging = hanging(spot.stack());
            hanging.ifPresent(session::activate);
            if (hanging.isEmpty()) {
                session.activeViewport().hang(spot.stack());
            }
            session.activeViewport().scrollTo(spot.index());
        }));
        return found.isPresent();
    }

    private Optional<Place> hanging(ImageStack stack) {
        List<Place> places = session.lightbox().places();
        return Stream.concat(Stream.of(session.active()), places.stream())
                .filter(place ->
                        session.viewport(place).stack().filter(stack::equals).isPresent())
                .findFirst();
    }

    private Stream<ImageStack> stacks() {
        return Stream.concat(session.study().stream(), session.priors().stream())
                .flatMap(study -> study.stacks().stream());
    }
}
