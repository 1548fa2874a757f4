package org.candela.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.ScreenId;

/** Which monitor does what. Has exactly one work screen, unless there is no monitor at all. */
public record DeskPlan(List<Placement> placements) {
    /** A desk without any monitor, as between two plugs. */
    public static final DeskPlan EMPTY = new DeskPlan(List.of());

    /** One monitor and its role. */
    public record Placement(DeskScreen screen, ScreenRole role) {}

    /** Keeps the placements in the order of their roles, then from left to right. */
    public DeskPlan {
        placements = placements.stream()
                .sorted(Comparator.comparing(Placement::role)
                        .thenComparingDouble(
                                placement -> placement.screen().area().x()))
                .toList();
    }

    /** The monitor with {@code role}; of several spare ones the leftmost. */
    public Optional<DeskScreen> screenOf(ScreenRole role) {
        return placements.stream()
                .filter(placement -> placement.role() == role)
                .map(Placement::screen)
                .findFirst();
    }

    /** What the monitor {@code id} is for. */
    public Optional<ScreenRole> roleOf(ScreenId id) {
        return placements.stream()
                .filter(placement -> placement.screen().id().equals(id))
                .map(Placement::role)
                .findFirst();
    }

    /** Whether images have no monitor of their own and share the work screen. */
    public boolean isShared() {
        return placements.stream().noneMatch(placement -> placement.role().isDiagnostic());
    }

    /** The diagnostic monitors, in the order of their panels. */
    public List<Placement> diagnostic() {
        return placements.stream()
                .filter(placement -> placement.role().isDiagnostic())
                .toList();
    }

    /** Whether images have two monitors beside the work screen, so that the plan says something about the desk as it is. */
    public boolean isComplete() {
        return Stream.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT, ScreenRole.WORK)
                .allMatch(role -> screenOf(role).isPresent());
    }
}
