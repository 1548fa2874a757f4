package org.candela.viewer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.candela.base.EditHistory;
import org.candela.image.Measurement;
import org.candela.study.FrameLoader;
import org.jspecify.annotations.Nullable;

/**
 * One study being read, with its priors, on the two diagnostic places of the desk.
 *
 * <p>The viewports stay the same for the life of the session; studies come and go. Opening or closing a study clears every
 * viewport first, so that images of two patients never hang side by side. Used by one thread, that of the {@code ui}
 * executor.
 */
// [impl->req~viewer.clear-on-case-change~1]
public final class ReadingSession {
    private final Map<Slot, Viewport> viewports = new EnumMap<>(Slot.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private final EditHistory history;
    private final Cine cine;
    private @Nullable ReadingStudy study;
    private List<ReadingStudy> priors = List.of();
    private Slot active = Slot.LEFT;
    private ViewTool tool = ViewTool.SCROLL;
    private @Nullable Gesture gesture;

    /** A drag from press to release; it stays with its tool and viewport whatever keys are pressed meanwhile. */
    private record Gesture(ViewTool tool, Viewport viewport, ViewTool.Drag drag) {}

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
        for (Slot slot : Slot.values()) {
            viewports.put(slot, new Viewport(services.loader(), services.annotations(), services.ui()));
        }
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
                .forEach((slot, stack) -> viewport(slot).hang(stack));
        changed();
    }

    /** Takes all images down. */
    public void close() {
        cine.stop();
        viewports.values().forEach(Viewport::clear);
        history.forget();
        study = null;
        priors = List.of();
        active = Slot.LEFT;
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

    /** The viewport at a place; the same one for the life of the session. */
    public Viewport viewport(Slot slot) {
        return Objects.requireNonNull(viewports.get(slot));
    }

    /** The place that keys act on. */
    public Slot active() {
        return active;
    }

    /** The viewport that keys act on. */
    public Viewport activeViewport() {
        return viewport(active);
    }

    /** Lets keys act on another place. */
    public void activate(Slot slot) {
        if (active != slot) {
            cine.stop();
            active = slot;
            changed();
        }
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

    /** A button went down on the image of {@code slot}; {@code used} is what its drag does. */
    public void press(Slot slot, ViewTool used, CanvasPoint point) {
        activate(slot);
        gesture = new Gesture(used, viewport(slot), new ViewTool.Drag(point, point, point));
        used.begin(viewport(slot), point);
    }

    /** The pointer moved with the button down. */
    public void drag(CanvasPoint point) {
        Gesture last = gesture;
        if (last != null) {
            ViewTool.Drag drag =
                    new ViewTool.Drag(last.drag().start(), last.drag().now(), point);
            gesture = new Gesture(last.tool(), last.viewport(), drag);
            last.tool().drag(last.viewport(), drag);
        }
    }

    /** The button went up. */
    public void release() {
        Gesture last = gesture;
        if (last != null) {
            gesture = null;
            last.tool().end(last.viewport());
        }
    }

    /** Hangs the next ({@code +1}) or former ({@code −1}) stack of study and priors at the active place. */
    public void cycleStack(int step) {
        List<ImageStack> all = Stream.concat(Stream.ofNullable(study), priors.stream())
                .flatMap(one -> one.stacks().stream())
                .toList();
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

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
