package org.candela.viewer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.image.Measurement;
import org.candela.study.FrameLoader;
import org.jspecify.annotations.Nullable;

/**
 * One study being read, with its priors, on the panels of the desk.
 *
 * <p>The viewports stay the same for the life of the session; studies come and go. Opening or closing a study clears every
 * viewport first, so that images of two patients never hang side by side. Used by one thread, that of the {@code ui}
 * executor.
 */
// [impl->req~viewer.clear-on-case-change~1]
public final class ReadingSession {
    private final Lightbox lightbox;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Consumer<Viewport>> viewportListeners = new ArrayList<>();
    private final EditHistory history;
    private final Cine cine;
    private @Nullable ReadingStudy study;
    private List<ReadingStudy> priors = List.of();
    private Place active = Place.LEFT;
    private ViewTool tool = ViewTool.SCROLL;
    private @Nullable Gesture gesture;

    /** A drag from press to release; it stays with its tool and viewport whatever keys are pressed meanwhile. */
    private record Gesture(ViewTool tool, Viewport viewport, ViewTool.Drag drag, Hanging before) {}

    /**
     * What a session needs from the house.
     *
     * @param history where what the reader changes is recorded; it ends with the study
     */
    public record Services(
            FrameLoader loader,
            Annotations annotations,
            EditHistory history,
            ScheduledExecutorService scheduler,
            Executor ui) {}

    public ReadingSession(Services services) {
        this.lightbox = new Lightbox(() -> made(services));
        this.history = services.history();
        this.cine = new Cine(services.scheduler(), services.ui());
    }

    /** Calls {@code listener} when another study, viewport or tool is in use. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Opens a study and hangs it; what was open is closed first. */
    public void open(ReadingStudy opened, List<ReadingStudy> priorsNewestFirst) {
        close();
        study = opened;
        priors = List.copyOf(priorsNewestFirst);
        HangingProtocol.hang(opened, priors)
                .forEach((place, stack) -> viewport(place).hang(stack));
        changed();
    }

    /** Takes all images down. */
    public void close() {
        cine.stop();
        lightbox.clear();
        history.forget();
        study = null;
        priors = List.of();
        active = Place.LEFT;
        gesture = null;
        changed();
    }

    /** The study being read. */
    public Optional<ReadingStudy> study() {
        return Optional.ofNullable(study);
    }

    /** Its priors, newest first. */
    public List<ReadingStudy> priors() {
        return priors;
    }

    /** The places and their viewports. */
    public Lightbox lightbox() {
        return lightbox;
    }

    /** The viewport at a place; the same one for the life of the session. */
    public Viewport viewport(Place place) {
        return lightbox.viewport(place);
    }

    /** Calls {@code listener} with every viewport there is and will be, once each. */
    public void onViewport(Consumer<Viewport> listener) {
        viewportListeners.add(listener);
        lightbox.viewports().forEach(listener);
    }

    /** The place that keys act on. */
    public Place active() {
        return active;
    }

    /** The viewport that keys act on. */
    public Viewport activeViewport() {
        return viewport(active);
    }

    /** Lets keys act on another place. */
    public void activate(Place place) {
        if (!active.equals(place)) {
            cine.stop();
            active = place;
            changed();
        }
    }

    /** Lets keys act on the place {@code steps} further among those that are seen, after the last on the first. */
    public void activateNext(int steps) {
        List<Place> places = lightbox.places();
        activate(places.get(Math.floorMod(places.indexOf(active) + steps, places.size())));
    }

    /** Gives the panel of the active place another grid. What hung there stays where it has a place; undoable. */
    // [impl->req~viewer.grids~1]
    public void arrange(Grid grid) {
        lightbox.arrange(active.panel(), grid);
        fill(active.panel());
        stayInSight();
        changed();
    }

    /** Lets the active place fill its panel, or gives the others their places back. */
    public void toggleEnlarged() {
        lightbox.toggleEnlarged(active);
        changed();
    }

    // [impl->req~viewer.undo~1]
    /** Does something to what hangs; whatever it changes but for scrolling can be undone, under this title. */
    public void edit(String title, Runnable change) {
        Hanging before = lightbox.hanging();
        change.run();
        remember(title, before);
    }

    private void remember(String title, Hanging before) {
        Hanging after = lightbox.hanging();
        if (!after.looksLike(before)) {
            history.add(new Edit(title, () -> goBack(after, before), () -> goBack(before, after)));
        }
    }

    private void goBack(Hanging from, Hanging to) {
        cine.stop();
        lightbox.goBack(from, to);
        stayInSight();
        changed();
    }

    /** A place that is seen no more gives the keys to the first of its panel. */
    private void stayInSight() {
        if (!lightbox.places().contains(active)) {
            active = lightbox.places(active.panel()).get(0);
        }
    }

    /** Hangs what hangs nowhere yet in the empty places of a panel, in reading order. */
    private void fill(int panel) {
        List<ImageStack> hanging =
                lightbox.hanging().hung().values().stream().map(Hung::stack).toList();
        Deque<ImageStack> waiting =
                stacks().filter(stack -> !hanging.contains(stack)).collect(Collectors.toCollection(ArrayDeque::new));
        for (Place place : lightbox.places(panel)) {
            if (viewport(place).stack().isEmpty() && !waiting.isEmpty()) {
                viewport(place).hang(waiting.poll());
            }
        }
    }

    private Stream<ImageStack> stacks() {
        return Stream.concat(Stream.ofNullable(study), priors.stream()).flatMap(one -> one.stacks().stream());
    }

    /** What a left drag does. */
    public ViewTool tool() {
        return tool;
    }

    /** Chooses what a left drag does. */
    public void choose(ViewTool chosen) {
        tool = chosen;
        changed();
    }

    /** A button went down on the image at {@code place}; {@code used} is what its drag does. */
    public void press(Place place, ViewTool used, CanvasPoint point) {
        activate(place);
        gesture = new Gesture(used, viewport(place), new ViewTool.Drag(point, point, point), lightbox.hanging());
        used.begin(viewport(place), point);
    }

    /** The pointer moved with the button down. */
    public void drag(CanvasPoint point) {
        Gesture last = gesture;
        if (last != null) {
            ViewTool.Drag drag =
                    new ViewTool.Drag(last.drag().start(), last.drag().now(), point);
            gesture = new Gesture(last.tool(), last.viewport(), drag, last.before());
            last.tool().drag(last.viewport(), drag);
        }
    }

    /** The button went up; what the whole drag changed is one edit. */
    public void release() {
        Gesture last = gesture;
        if (last != null) {
            gesture = null;
            last.tool().end(last.viewport());
            remember(last.tool().title(), last.before());
        }
    }

    /** Hangs the next ({@code +1}) or former ({@code −1}) stack of study and priors at the active place. */
    public void cycleStack(int step) {
        List<ImageStack> all = stacks().toList();
        activeViewport().stack().map(all::indexOf).filter(index -> index >= 0).ifPresent(index -> {
            cine.stop();
            activeViewport().hang(all.get(Math.floorMod(index + step, all.size())));
            changed();
        });
    }

    /** Plays the active stack, or stops. */
    public void toggleCine() {
        if (cine.isPlaying()) {
            cine.stop();
        } else if (activeViewport().frameCount() > 1) {
            cine.play(activeViewport());
        }
        changed();
    }

    /** Whether the active stack is playing. */
    public boolean isPlaying() {
        return cine.isPlaying();
    }

    /** The length drawn last on the active image, to be put into the report. */
    public Optional<Measurement> latestMeasurement() {
        return activeViewport().measuring().latest();
    }

    private Viewport made(Services services) {
        Viewport viewport = new Viewport(services.loader(), services.annotations(), services.ui());
        viewportListeners.forEach(listener -> listener.accept(viewport));
        return viewport;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
