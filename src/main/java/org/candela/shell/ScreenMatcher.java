package org.candela.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.candela.base.ScreenId;

/**
 * Gives each monitor its role: as remembered for the panel, else by shape, size and place. Pure and deterministic: the
 * same monitors with the same memory get the same roles, in whatever order they are listed.
 *
 * <p>Without memory the work screen is the landscape one, of several the primary, then the smallest; images get the
 * portrait and largest of the rest, from left to right as they stand. A third and a fourth get images by themselves only
 * upright: a second office monitor is left alone until the reader asks for it. When the remembered work screen is away, the
 * last diagnostic screen lends its place: without a worklist there is nothing to read.
 */
// [impl->req~shell.roles~1]
public final class ScreenMatcher {
    private static final Comparator<DeskScreen> LEFT_TO_RIGHT = Comparator.<DeskScreen>comparingDouble(
                    screen -> screen.area().x())
            .thenComparingDouble(screen -> screen.area().y())
            .thenComparing(DeskScreen::id);
    private static final Comparator<DeskScreen> BEST_FOR_WORK = Comparator.<DeskScreen, Boolean>comparing(
                    screen -> screen.area().isPortrait())
            .thenComparing(screen -> !screen.isPrimary())
            .thenComparingDouble(screen -> screen.area().size())
            .thenComparing(LEFT_TO_RIGHT);
    private static final Comparator<DeskScreen> BEST_FOR_IMAGES = Comparator.<DeskScreen, Boolean>comparing(
                    screen -> !screen.area().isPortrait())
            .thenComparingDouble(screen -> -screen.area().size() * screen.renderScale() * screen.renderScale())
            .thenComparing(LEFT_TO_RIGHT);

    /** Get what there is; more screens only where they are made for images. */
    private static final Set<ScreenRole> PAIR = EnumSet.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT);

    private final List<DeskScreen> free;
    private final Map<ScreenRole, DeskScreen> taken = new EnumMap<>(ScreenRole.class);
    private final List<DeskPlan.Placement> spare = new ArrayList<>();

    private ScreenMatcher(List<DeskScreen> screens) {
        this.free = new ArrayList<>(screens.stream().sorted(LEFT_TO_RIGHT).toList());
    }

    /** The role of each of {@code screens}; {@code remembered} may name panels that are not there. */
    public static DeskPlan match(List<DeskScreen> screens, Map<ScreenId, ScreenRole> remembered) {
        ScreenMatcher matcher = new ScreenMatcher(screens);
        matcher.recall(remembered);
        matcher.findWork();
        matcher.findImages();
        return matcher.plan();
    }

    /** Of two monitors that claim one role, which only happens when they cannot be told apart, the left one gets it. */
    private void recall(Map<ScreenId, ScreenRole> remembered) {
        for (DeskScreen screen : List.copyOf(free)) {
            ScreenRole role = remembered.get(screen.id());
            if (role == ScreenRole.SPARE) {
                spare.add(new DeskPlan.Placement(screen, ScreenRole.SPARE));
                free.remove(screen);
            } else if (role != null && !taken.containsKey(role)) {
                take(role, screen);
            }
        }
    }

    private void findWork() {
        if (taken.containsKey(ScreenRole.WORK)) {
            return;
        }
        free.stream().min(BEST_FOR_WORK).or(this::lent).ifPresent(screen -> take(ScreenRole.WORK, screen));
    }

    private Optional<DeskScreen> lent() {
        return ScreenRole.diagnostic().stream()
                .filter(taken::containsKey)
                .reduce((former, last) -> last)
                .map(taken::remove)
                .or(() -> spare.isEmpty()
                        ? Optional.empty()
                        : Optional.of(spare.remove(0).screen()));
    }

    private void findImages() {
        List<ScreenRole> open = ScreenRole.diagnostic().stream()
                .filter(role -> !taken.containsKey(role))
                .toList();
        long pair = open.stream().filter(PAIR::contains).count();
        List<DeskScreen> best = free.stream().sorted(BEST_FOR_IMAGES).toList();
        List<DeskScreen> chosen = IntStream.range(0, Math.min(best.size(), open.size()))
                .filter(rank -> rank < pair || best.get(rank).area().isPortrait())
                .mapToObj(best::get)
                .sorted(LEFT_TO_RIGHT)
                .toList();
        for (int i = 0; i < chosen.size(); i++) {
            take(open.get(i), chosen.get(i));
        }
    }

    private DeskPlan plan() {
        List<DeskPlan.Placement> placements = new ArrayList<>(spare);
        taken.forEach((role, screen) -> placements.add(new DeskPlan.Placement(screen, role)));
        free.forEach(screen -> placements.add(new DeskPlan.Placement(screen, ScreenRole.SPARE)));
        return new DeskPlan(placements);
    }

    private void take(ScreenRole role, DeskScreen screen) {
        taken.put(role, screen);
        free.remove(screen);
    }
}
