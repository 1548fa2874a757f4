package org.candela.shell;

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
    private Runnable stopFollowing = () -> {};
    private long generation;
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

    /** The window of a role, if one was ever needed. */
    public Optional<Stage> windowOf(ScreenRole role) {
        return Optional.ofNullable(windows.get(role)).map(DeskWindow::stage);
    }

    /** Exchanges the left and the right diagnostic screen for good; its own undoing. */
    public void swapDiagnostic() {
        Map<ScreenId, ScreenRole> wanted = new HashMap<>();
        plan.get()
                .screenOf(ScreenRole.DIAGNOSTIC_LEFT)
                .ifPresent(screen -> wanted.put(screen.id(), ScreenRole.DIAGNOSTIC_RIGHT));
        plan.get()
                .screenOf(ScreenRole.DIAGNOSTIC_RIGHT)
                .ifPresent(screen -> wanted.put(screen.id(), ScreenRole.DIAGNOSTIC_LEFT));
        assign(wanted);
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

    /** Closes every window; the desk does not open again. */
    public void close() {
        isClosed = true;
        stopFollowing.run();
        windows.values().forEach(DeskWindow::hide);
    }

    private void assign(Map<ScreenId, ScreenRole> wanted) {
        planner.assign(wanted, () -> ui.execute(this::place));
    }

    private void show(DeskPlan found) {
        if (found.placements().isEmpty()) {
            return; // between two plugs the desktop may have no monitor for a moment; windows wait where they are
        }
        LOG.info("desk: {}", describe(found));
        for (DeskPlan.Placement placement : found.placements()) {
            if (placement.role() != ScreenRole.SPARE) {
                window(placement.role()).standOn(placement.screen().area());
            }
        }
        plan.set(found);
        windows.forEach((role, window) -> {
            if (found.screenOf(role).isEmpty()) {
                window.hide();
            }
        });
        opened.complete(found);
    }

    private DeskWindow window(ScreenRole role) {
        return windows.computeIfAbsent(role, made -> new DeskWindow("Candela", contents.apply(made), ui));
    }

    private static List<String> describe(DeskPlan plan) {
        return plan.placements().stream()
                .map(placement -> placement.role() + " on " + placement.screen().id())
                .toList();
    }
}
