package org.candela.viewer.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.dicom.object.ObjectReference;
import org.candela.study.FrameKey;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Place;
import org.candela.viewer.stack.ImageStack;

/** Finds the image that a document names, and brings it before the reader. Used on the thread of the session. */
final class ImageJump {
    private static final String TITLE = "Show an image of a document";

    private final ReadingSession session;

    ImageJump(ReadingSession session) {
        this.session = session;
    }

    /**
     * Where an image hangs or could hang.
     *
     * @param index of the frame in the stack, from 0
     */
    record Spot(ImageStack stack, int index) {}

    /** The first frame that {@code named} means; empty when it is not part of the case. */
    Optional<Spot> spot(ObjectReference named) {
        return stacks().flatMap(stack -> spots(stack, named)).findFirst();
    }

    private static Stream<Spot> spots(ImageStack stack, ObjectReference named) {
        List<FrameKey> frames = stack.frames();
        for (int index = 0; index < frames.size(); index++) {
            FrameKey frame = frames.get(index);
            if (named.includes(frame.sopInstance(), frame.frameIndex() + 1)) {
                return Stream.of(new Spot(stack, index));
            }
        }
        return Stream.empty();
    }

    /**
     * Shows it where its stack hangs, else at the first place other than {@code covered}; false when there is no other. The
     * keys stay where they are, and what hung there comes back by undo.
     */
    boolean showBeside(Spot spot, Place covered) {
        List<Place> others = session.lightbox().places().stream()
                .filter(place -> !place.equals(covered))
                .toList();
        Optional<Place> chosen = others.stream()
                .filter(place -> hangs(spot, place))
                .findFirst()
                .or(() -> others.stream().findFirst());
        chosen.ifPresent(place -> show(spot, place));
        return chosen.isPresent();
    }

    /** Shows it at {@code place}. */
    void show(Spot spot, Place place) {
        session.edit(TITLE, () -> {
            if (!hangs(spot, place)) {
                session.viewport(place).hang(spot.stack());
            }
            session.viewport(place).scrollTo(spot.index());
        });
    }

    private boolean hangs(Spot spot, Place place) {
        return session.viewport(place).stack().filter(spot.stack()::equals).isPresent();
    }

    private Stream<ImageStack> stacks() {
        return Stream.concat(session.study().stream(), session.priors().stream())
                .flatMap(study -> study.stacks().stream());
    }
}
