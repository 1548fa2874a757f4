package org.candela.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.candela.base.ScreenId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows of the workstation, one a monitor, that follow the monitors as they come and go. FX thread.
 *
 * <p>Each role has one window for good. What it holds is made once and kept while its monitor is away.
 */
// [impl->req~shell.hot-plug~1]
public final class ReadingDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    private final DeskPlanner planner;
    private final Executor ui;
    private final Function<ScreenRole, Parent> contents;
    private final Map<ScreenRole, DeskWindow> windows = new EnumMap<>(ScreenRole.class);
    private final ReadOnlyObjectWrapper<DeskPlan> plan = new ReadOnlyObjectWrapper<>(DeskPlan.EMPTY);
    private final CompletableFuture<DeskPlan> opened = new CompletableFuture<>();
    private final DeskKeyboard keyboard = new DeskKeyboard();
    private Runnable stopFollowing = () -> {};
    private long generation;
    /** Whether the windows stand as the plan says, and not between it and another. */
    private boolean isSettled;

    private boolean isClosed;

    /** @param contents what the window of a role holds; asked once a role, when its window is first needed */
    public ReadingDesk(DeskPlanner planner, Executor ui, Function<ScreenRole, Parent> contents) {
        this.planner = planner;
        this.ui = ui;
        this.contents = contents;
    }

    /** Opens the windows and follows the monitors from now on; completes when the windows stand. */
    public CompletableFuture<DeskPlan> open() {
        stopFollowing = planner.onChange(this::place);
        place();
        return opened;
    }

    /** Looks at the monitors again and puts each window where it belongs; the newest look wins. */
    public void place() {
        long requested = ++generation;
        planner.plan(found -> ui.execute(() -> {
            if (requested == generation && !isClosed) {
                show(found);
            }
        }));
    }

    /** The plan that is on the desk. */
    public ReadOnlyObjectProperty<DeskPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Whether the reader's hands are at images, wherever these hang now. */
    boolean isAtImages() {
        return keyboard.isAtImages();
    }

    /** The window of a role, if one was ever needed. */
    public Optional<Stage> windowOf(ScreenRole role) {
        return Optional.ofNullable(windows.get(role)).map(DeskWindow::stage);
    }

    /** Exchanges what two monitors are for, for good; its own undoing. */
    void exchange(ScreenRole one, ScreenRole other) {
        Map<ScreenId, ScreenRole> wanted = new HashMap<>();
        plan.get().screenOf(one).ifPresent(screen -> wanted.put(screen.id(), other));
        plan.get().screenOf(other).ifPresent(screen -> wanted.put(screen.id(), one));
        assign(wanted);
    }

    /** The diagnostic monitor that has the keyboard, else the first, and the one after it; the same twice where there is one. */
    List<ScreenRole> neighbours() {
        List<ScreenRole> roles =
                plan.get().diagnostic().stream().map(DeskPlan.Placement::role).toList();
        if (roles.isEmpty()) {
            return List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT);
        }
        int here = Math.max(0, roles.indexOf(keyboard.holder()));
        boolean isLoneOfTwo = roles.size() == 1;
        return isLoneOfTwo
                ? List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)
                : List.of(roles.get(here), roles.get((here + 1) % roles.size()));
    }

    /** Gives a monitor that was left alone images of its own, for good; where none is, sets the last beyond two aside. */
    void takeOrLeaveOneMore() {
        Optional<DeskScreen> spare = plan.get().screenOf(ScreenRole.SPARE);
        Optional<ScreenRole> open = ScreenRole.diagnostic().stream()
                .filter(role -> plan.get().screenOf(role).isEmpty())
                .findFirst();
        if (spare.isPresent()) {
            open.ifPresent(role -> assign(Map.of(spare.orElseThrow().id(), role)));
        } else {
            plan.get().diagnostic().stream()
                    .skip(2)
                    .reduce((former, last) -> last)
                    .ifPresent(last -> assign(Map.of(last.screen().id(), ScreenRole.SPARE)));
        }
    }

    /** Exchanges the work screen with the left diagnostic one for good; its own undoing. */
    public void moveWork() {
        Map<ScreenId, ScreenRole> wanted = new LinkedHashMap<>();
        Optional<DeskScreen> left = plan.get().screenOf(ScreenRole.DIAGNOSTIC_LEFT);
        Optional<DeskScreen> work = plan.get().screenOf(ScreenRole.WORK);
        if (left.isPresent() && work.isPresent()) {
            wanted.put(left.orElseThrow().id(), ScreenRole.WORK);
            wanted.put(work.orElseThrow().id(), ScreenRole.DIAGNOSTIC_LEFT);
        }
        assign(wanted);
    }

    /** Keeps what a ruler said of a monitor, and lets all that is drawn in millimetres follow. */
    void keep(ScreenId screen, MeasuredPitch measured) {
        planner.keep(screen, measured, () -> ui.execute(this::place));
    }

    /** Closes every window; the desk does not open again. */
    public void close() {
        isClosed = true;
        stopFollowing.run();
        windows.values().forEach(DeskWindow::hide);
    }

    private void assign(Map<ScreenId, ScreenRole> wanted) {
        planner.assign(wanted, () -> ui.execute(this::place));
    }

    /** Window by window, so that the FX thread gets to keys and images in between. */
    private void show(DeskPlan found) {
        if (found.placements().isEmpty()) {
            return; // between two plugs the desktop may have no monitor for a moment; windows wait where they are
        }
        Deque<Runnable> steps = new ArrayDeque<>();
        if (isSettled && found.equals(plan.get())) {
            stand(found, steps);
        } else {
            LOG.info("desk: {}", describe(found));
            isSettled = false;
            change(found, steps);
        }
        take(steps, generation);
    }

    private void stand(DeskPlan found, Deque<Runnable> steps) {
        found.placements().stream()
                .filter(placement -> placement.role() != ScreenRole.SPARE)
                .forEach(placement ->
                        steps.add(() -> keyboard.whileShown(placement.role(), () -> window(placement.role())
                                .standOn(placement.screen().area()))));
    }

    private void change(DeskPlan found, Deque<Runnable> steps) {
        stand(found, steps);
        steps.add(() -> plan.set(found));
        // Before windows are hidden: one that is hidden with the keyboard leaves it to nobody as of now, and the server
        // then refuses it to windows that ask as of the last key, which is earlier.
        steps.add(() -> keyboard.giveBack(found));
        windows.forEach((role, window) -> {
            if (found.screenOf(role).isEmpty()) {
                steps.add(window::hide);
            }
        });
        steps.add(() -> {
            isSettled = true;
            opened.complete(found);
        });
    }

    private void take(Deque<Runnable> steps, long requested) {
        Runnable step = steps.poll();
        if (step != null && requested == generation && !isClosed) {
            step.run();
            ui.execute(() -> take(steps, requested));
        }
    }

    private DeskWindow window(ScreenRole role) {
        return windows.computeIfAbsent(role, made -> {
            DeskWindow window = new DeskWindow("Candela", contents.apply(made), ui);
            keyboard.follow(role, window.stage());
            return window;
        });
    }

    private static List<String> describe(DeskPlan plan) {
        return plan.placements().stream()
                .map(placement -> placement.role() + " on " + placement.screen().id())
                .toList();
    }
}
