package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.Loupe;
import org.candela.viewer.picture.ResolvedView;
import org.jspecify.annotations.Nullable;

/**
 * A loupe that stays until it is put away: it follows the pointer, the crosshair of the keys, or keys of its own. Used on the
 * thread of the session.
 */
// [impl->req~viewer.magnifier~1]
public final class Magnifier {
    private final Supplier<Place> active;
    private final Lightbox lightbox;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean isOn;
    private Loupe loupe = Loupe.USUAL;
    private @Nullable Spot spot;

    /** Where it was moved last, and how fast it goes on. */
    private record Spot(Place place, CanvasCursor cursor) {}

    /** @param active the place that keys act on */
    Magnifier(Supplier<Place> active, Lightbox lightbox) {
        this.active = active;
        this.lightbox = lightbox;
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes the loupe, or puts it away. */
    void toggle() {
        isOn = !isOn;
        changed();
    }

    /** Magnifies more, after the most the least; takes the loupe where it is put away. */
    void nextFactor() {
        become(Loupe::withNextFactor);
    }

    /** Round, or square. */
    void otherShape() {
        become(Loupe::withOtherShape);
    }

    private void become(UnaryOperator<Loupe> change) {
        loupe = isOn ? change.apply(loupe) : loupe;
        isOn = true;
        changed();
    }

    /** The pointer is over the image at a place. */
    void follow(Place place, CanvasPoint at) {
        spot = new Spot(place, CanvasCursor.at(at));
        if (isOn) {
            changed();
        }
    }

    /** One step by a key; it has to be in use. */
    void step(int dx, int dy) {
        Place place = active.get();
        Optional<ResolvedView> view = lightbox.viewport(place).resolvedView();
        if (isOn && view.isPresent()) {
            CanvasCursor from = here(place)
                    .orElse(CanvasCursor.inMiddleOf(view.orElseThrow().canvas()));
            spot = new Spot(place, from.moved(dx, dy, view.orElseThrow().canvas()));
            changed();
        }
    }

    /** What it looks like. */
    public Loupe loupe() {
        return loupe;
    }

    /** The device pixel it is over at a place; empty where it is not. */
    public Optional<CanvasPoint> on(Place place) {
        if (!isOn) {
            return Optional.empty();
        }
        Viewport viewport = lightbox.viewport(place);
        Optional<CanvasPoint> crosshair = viewport.measuring().pen().crosshair();
        if (crosshair.isPresent() && place.equals(active.get())) {
            return crosshair;
        }
        boolean isElsewhere = spot != null && !spot.place().equals(place);
        return isElsewhere
                ? Optional.empty()
                : here(place).map(CanvasCursor::at).or(() -> middle(place, viewport));
    }

    private Optional<CanvasCursor> here(Place place) {
        return Optional.ofNullable(spot)
                .filter(now -> now.place().equals(place))
                .map(Spot::cursor);
    }

    /** Before it was ever moved it lies in the middle of the image that keys act on. */
    private Optional<CanvasPoint> middle(Place place, Viewport viewport) {
        return place.equals(active.get())
                ? viewport.resolvedView()
                        .map(view -> CanvasCursor.inMiddleOf(view.canvas()).at())
                : Optional.empty();
    }

    /** Another case: it lies nowhere, and stays in use. */
    void forget() {
        spot = null;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
