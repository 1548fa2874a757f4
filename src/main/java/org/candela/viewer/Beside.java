package org.candela.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.study.FrameKey;

/** What came beside the images of the open case, as far as it has been read. Used on the thread of the session. */
public final class Beside {
    private final Runnable changed;
    private final Map<Viewport, SentState> chosen = new HashMap<>();
    private BesideImages found = BesideImages.NOTHING;

    Beside(Runnable changed) {
        this.changed = changed;
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

    /** The state whose graphics lie over the frame on the screen; empty on frames that it was not made for. */
    public Optional<SentState> stateOn(Viewport viewport) {
        return statesFor(viewport).stream()
                .filter(state -> state.equals(chosen.get(viewport)))
                .findFirst();
    }

    /** What that state draws on the frame on the screen. */
    public StateGraphics graphicsOn(Viewport viewport) {
        return viewport.shown()
                .flatMap(shown -> stateOn(viewport).map(state -> state.graphicsOn(shown.key())))
                .orElse(StateGraphics.NOTHING);
    }

    /** Lays the graphics of the next state over the image, after the last one none. Window and view stay as they are. */
    void nextState(Viewport viewport) {
        List<SentState> offered = statesFor(viewport);
        int next = stateOn(viewport).map(offered::indexOf).orElse(-1) + 1;
        if (next < offered.size()) {
            chosen.put(viewport, offered.get(next));
        } else {
            chosen.remove(viewport);
        }
        changed.run();
    }

    /** Takes up what was found beside the images of the open case. */
    public void take(BesideImages read) {
        found = read;
        changed.run();
    }

    void clear() {
        found = BesideImages.NOTHING;
        chosen.clear();
    }
}
