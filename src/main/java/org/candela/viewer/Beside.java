package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.study.FrameKey;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StateGraphics;

/** What came beside the images of the open case, as far as it has been read. Used on the thread of the session. */
public final class Beside {
    private final Runnable changed;
    private final Regions regions;
    private BesideImages found = BesideImages.NOTHING;

    Beside(Runnable changed) {
        this.changed = changed;
        this.regions = new Regions(changed);
    }

    /** Masks and contours that came. */
    public Regions regions() {
        return regions;
    }

    /** All of it. */
    public BesideImages found() {
        return found;
    }

    /** Frames that others marked as key images. */
    public Set<FrameKey> keyImages() {
        return found.keyImages();
    }

    /** Presentation states that were made for the frame on the screen. */
    public List<SentState> statesFor(Viewport viewport) {
        return viewport.shown().stream()
                .flatMap(shown -> found.states().stream().filter(state -> state.appliesTo(shown.key())))
                .toList();
    }

    /** The state in use on the frame on the screen; empty on frames that it was not made for. */
    public Optional<SentState> stateOn(Viewport viewport) {
        return viewport.use().state().filter(state -> viewport.shown()
                .filter(shown -> state.appliesTo(shown.key()))
                .isPresent());
    }

    /** What that state draws on the frame on the screen. */
    public StateGraphics graphicsOn(Viewport viewport) {
        return viewport.shown()
                .flatMap(shown -> stateOn(viewport).map(state -> state.graphicsOn(shown.key())))
                .orElse(StateGraphics.NOTHING);
    }

    /**
     * Goes on: of each state first the graphics alone, where it has some, window and view as they are; then all of it;
     * after the last one none.
     */
    // [impl->req~viewer.state-whole~1]
    void nextState(Viewport viewport) {
        viewport.hung().ifPresent(hung -> {
            Appearance now = hung.appearance();
            List<Appearance> looks = looks(viewport, now);
            int here = looks.stream()
                    .map(Appearance::use)
                    .map(Beside::named)
                    .toList()
                    .indexOf(named(now.use()));
            Appearance next = here + 1 < looks.size() ? looks.get(here + 1) : now.own();
            viewport.become(new Hung(hung.stack(), hung.frameIndex(), next));
        });
        changed.run();
    }

    /** All that the key goes through on the image on the screen, but for what it looks like without a state. */
    private List<Appearance> looks(Viewport viewport, Appearance now) {
        List<Appearance> looks = new ArrayList<>();
        for (SentState state : statesFor(viewport)) {
            boolean hasGraphics = viewport.shown()
                    .filter(shown -> !state.graphicsOn(shown.key()).isBlank())
                    .isPresent();
            if (hasGraphics) {
                looks.add(now.own().with(new StateUse.Graphics(state)));
            }
            if (state.presents()) {
                looks.add(now.under(state));
            }
        }
        return looks;
    }

    /** Which state, and how much of it; whatever the reader changed since. */
    private static List<Object> named(StateUse use) {
        return List.of(use.getClass(), use.state());
    }

    /** Takes up what was found beside the images of the open case. */
    public void take(BesideImages read) {
        found = read;
        regions.take(read.regions());
        changed.run();
    }

    void clear() {
        found = BesideImages.NOTHING;
        regions.clear();
    }
}
