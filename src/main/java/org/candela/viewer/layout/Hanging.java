package org.candela.viewer.layout;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that hangs: the grid of every panel and what is in its places. Immutable; what undo goes back to and what is kept.
 *
 * @param grids by panel
 * @param hung by place; places without an entry are empty
 */
public record Hanging(List<Grid> grids, Map<Place, Hung> hung) {
    /** Two empty panels of one place each. */
    public static final Hanging EMPTY = new Hanging(List.of(Grid.SINGLE, Grid.SINGLE), Map.of());

    public Hanging {
        grids = List.copyOf(grids);
        hung = Collections.unmodifiableMap(new TreeMap<>(hung)); // in reading order
    }

    /** What hangs at a place. */
    public Optional<Hung> at(Place place) {
        return Optional.ofNullable(hung.get(place));
    }

    /** Whether both have the same grids, stacks and appearances; where they were scrolled to is no matter. */
    public boolean looksLike(Hanging other) {
        return grids.equals(other.grids)
                && hung.keySet().equals(other.hung.keySet())
                && hung.entrySet().stream().allMatch(entry -> looksLike(other, entry.getKey()));
    }

    /** Whether the same hangs at one place in the same way, or nothing in both. */
    public boolean looksLike(Hanging other, Place place) {
        Optional<Hung> theirs = other.at(place);
        return at(place).map(mine -> theirs.filter(mine::looksLike).isPresent()).orElse(theirs.isEmpty());
    }
}
