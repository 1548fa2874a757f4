package org.candela.viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.viewer.layout.CaseStacks;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.stack.ImageStack;
import org.jspecify.annotations.Nullable;

/**
 * All places where images hang, in panels of a grid each. Used on the thread of the session.
 *
 * <p>A viewport is made when its place is first needed and stays the same for good; one whose place a smaller grid leaves
 * out keeps what hangs in it until that is replaced, so a grid that grows again shows it again.
 */
// [impl->req~viewer.grids~1]
public final class Lightbox {
    private final Map<Place, Viewport> viewports = new TreeMap<>();
    private final Supplier<Viewport> maker;
    private List<Grid> grids = Hanging.EMPTY.grids();
    private final Map<Integer, ScreenPitch> pitches = new HashMap<>();
    private @Nullable Place enlarged;

    Lightbox(Supplier<Viewport> maker) {
        this.maker = maker;
    }

    /** The grid of every panel. */
    public List<Grid> grids() {
        return grids;
    }

    /** The grid that is seen on a panel: of one place while that place is enlarged. */
    public Grid shownGrid(int panel) {
        return isEnlarged(panel) ? Grid.SINGLE : grids.get(panel);
    }

    /** The places that are seen on a panel, row by row. */
    public List<Place> places(int panel) {
        Place large = enlarged;
        return large != null && large.panel() == panel
                ? List.of(large)
                : grids.get(panel).places(panel);
    }

    /** The places that are seen, panel by panel. */
    public List<Place> places() {
        return IntStream.range(0, grids.size())
                .boxed()
                .flatMap(panel -> places(panel).stream())
                .toList();
    }

    /** The viewport at a place, the same one always. */
    public Viewport viewport(Place place) {
        return viewports.computeIfAbsent(place, this::made);
    }

    private Viewport made(Place place) {
        Viewport viewport = maker.get();
        viewport.standOn(() -> pitch(place.panel()));
        return viewport;
    }

    /** Tells the pitch of the monitor that a panel stands on; empty where it is not known. */
    public void standOn(int panel, Optional<ScreenPitch> pitch) {
        pitches.remove(panel);
        pitch.ifPresent(known -> pitches.put(panel, known));
    }

    /** The pitch of the monitor that a panel stands on. */
    public Optional<ScreenPitch> pitch(int panel) {
        return Optional.ofNullable(pitches.get(panel));
    }

    /** The viewports made so far, in reading order; those made while they are gone through are not among them. */
    List<Viewport> viewports() {
        return List.copyOf(viewports.values());
    }

    /** Whether one place fills its panel. */
    public boolean isEnlarged(int panel) {
        return enlarged != null && enlarged.panel() == panel;
    }

    /** Lets a place fill its panel, or gives the others their places back. */
    void toggleEnlarged(Place place) {
        enlarged = place.equals(enlarged) ? null : place;
    }

    /** Gives a panel another grid; what hangs keeps its place. */
    void arrange(int panel, Grid grid) {
        List<Grid> arranged = new ArrayList<>(grids);
        arranged.set(panel, grid);
        grids = List.copyOf(arranged);
        enlarged = null;
    }

    /** Hangs stacks in the empty places of a panel, in reading order; what is taken is removed from {@code waiting}. */
    void fill(int panel, Deque<ImageStack> waiting) {
        for (Place place : places(panel)) {
            if (viewport(place).stack().isEmpty() && !waiting.isEmpty()) {
                viewport(place).hang(waiting.poll());
            }
        }
    }

    /** Sees to it that there are so many panels at least; new ones have a single place. */
    public void provide(int panels) {
        if (panels > grids.size()) {
            grids = withLast(Collections.nCopies(panels, Grid.SINGLE), grids);
        }
    }

    /** How many panels there are up to the last where something hangs. */
    public int panelsInUse() {
        return allPlaces()
                .filter(place -> Optional.ofNullable(viewports.get(place))
                        .flatMap(Viewport::stack)
                        .isPresent())
                .mapToInt(place -> place.panel() + 1)
                .max()
                .orElse(0);
    }

    private static List<Grid> withLast(List<Grid> all, List<Grid> first) {
        return Stream.concat(first.stream(), all.stream().skip(first.size())).toList();
    }

    /** All that hangs in places that a grid has, seen or behind an enlarged one. */
    public Hanging hanging() {
        Map<Place, Hung> hung = new TreeMap<>();
        allPlaces().forEach(place -> Optional.ofNullable(viewports.get(place))
                .flatMap(Viewport::hung)
                .ifPresent(now -> hung.put(place, now)));
        return new Hanging(grids, hung);
    }

    /** Hangs exactly this. Panels beyond those of {@code hanging} keep their grid and are emptied. */
    void hang(Hanging hanging) {
        grids = withLast(grids, hanging.grids());
        enlarged = null;
        // Who is told that a viewport is empty may ask for another, which is made then.
        Map.copyOf(viewports).forEach((place, viewport) -> {
            if (hanging.at(place).isEmpty()) {
                viewport.clear();
            }
        });
        hanging.hung().forEach((place, hung) -> viewport(place).hang(hung));
    }

    /** The same; panels that {@code hanging} knows nothing of get what hangs nowhere yet, in the order to be read. */
    // [impl->req~viewer.more-panels~1]
    void hang(Hanging hanging, CaseStacks stacks) {
        hang(hanging);
        for (int panel = hanging.grids().size(); panel < grids.size(); panel++) {
            fill(panel, stacks.missingIn(hanging()));
        }
    }

    /** Goes back to {@code former} where it differs from {@code later}; nothing else is moved or scrolled. */
    void goBack(Hanging later, Hanging former) {
        grids = withLast(grids, former.grids());
        enlarged = null;
        Stream.concat(later.hung().keySet().stream(), former.hung().keySet().stream())
                .distinct()
                .filter(place -> !former.looksLike(later, place))
                .forEach(place -> former.at(place)
                        .ifPresentOrElse(hung -> viewport(place).become(hung), () -> viewport(place)
                                .clear()));
    }

    /** Takes everything down; the grids stay. */
    void clear() {
        enlarged = null;
        viewports().forEach(Viewport::clear);
    }

    private Stream<Place> allPlaces() {
        return IntStream.range(0, grids.size()).boxed().flatMap(panel -> grids.get(panel).places(panel).stream());
    }
}
