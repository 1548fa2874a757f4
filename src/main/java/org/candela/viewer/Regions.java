package org.candela.viewer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.study.FrameKey;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.SentRegions;
import org.jspecify.annotations.Nullable;

/**
 * Regions that came beside the images of the open case: whether they are shown, which of them, how. Whoever reads them
 * asks what is wanted and hands it over. Used on the thread of the session.
 */
// [impl->req~viewer.regions-shown~1]
public final class Regions {
    /** Images whose regions are kept: those on the screens and a few around them. */
    private static final int MOST_IMAGES = 12;

    private final Runnable changed;
    private final Map<FrameKey, FoundRegions> found = new LinkedHashMap<>(MOST_IMAGES, 0.75f, true);
    private final Set<FrameKey> awaited = new HashSet<>();
    private final Set<RegionName> hidden = new HashSet<>();
    private Map<RegionName, RegionReach> reaches = Map.of();
    private List<SentRegions> sent = List.of();
    private boolean isShown;
    private Filling filling = Filling.FAINT;
    private @Nullable RegionName alone;

    Regions(Runnable changed) {
        this.changed = changed;
    }

    /** How masks are filled; outlines are always drawn. */
    public enum Filling {
        FAINT(0.2),
        STRONG(0.45),
        OUTLINE(0);

        private final double opacity;

        Filling(double opacity) {
            this.opacity = opacity;
        }

        /** 0 to 1. */
        public double opacity() {
            return opacity;
        }
    }

    /** What came. */
    public List<SentRegions> sent() {
        return sent;
    }

    /** Whether regions are to be seen. */
    public boolean isShown() {
        return isShown;
    }

    /** How masks are filled. */
    public Filling filling() {
        return filling;
    }

    /** The only region that is shown; empty while all are. */
    public Optional<RegionName> alone() {
        return Optional.ofNullable(alone);
    }

    /** What lies on the image of {@code viewport} and is to be seen; nothing while it is being read. */
    public FoundRegions on(Viewport viewport) {
        Optional<FoundRegions> all = viewport.shown()
                .filter(shown -> isShown)
                .map(shown -> found.getOrDefault(shown.key(), FoundRegions.NOTHING));
        return all.map(regions -> new FoundRegions(
                        regions.regions().stream()
                                .filter(region -> isSeen(region.name()))
                                .toList(),
                        regions.refusals()))
                .orElse(FoundRegions.NOTHING);
    }

    /** All that came, in the order of their files. */
    public List<RegionName> names() {
        return sent.stream().flatMap(object -> object.names().stream()).toList();
    }

    /** Whether a region is to be seen where it lies on an image. */
    public boolean isSeen(RegionName region) {
        return isShown && (alone == null ? !hidden.contains(region) : region.equals(alone));
    }

    /** How far a region reaches; unknown until that has been counted. */
    public RegionReach reach(RegionName region) {
        return reaches.getOrDefault(region, RegionReach.UNKNOWN);
    }

    /** Takes over how far regions reach. */
    public void reached(Map<RegionName, RegionReach> counted) {
        reaches = Map.copyOf(counted);
        changed.run();
    }

    /** Shows a region, or hides it; where one was alone, that one stays and this comes or goes. */
    // [impl->req~viewer.region-list~1]
    public void toggle(RegionName region) {
        boolean wasSeen = isSeen(region);
        List<RegionName> seen = names().stream().filter(this::isSeen).toList();
        hidden.clear();
        names().stream().filter(name -> !seen.contains(name)).forEach(hidden::add);
        if (wasSeen) {
            hidden.add(region);
        } else {
            hidden.remove(region);
        }
        alone = null;
        isShown = true;
        changed.run();
    }

    /** Shows a region alone; all that were seen before where it is alone already. */
    public void alone(RegionName region) {
        alone = region.equals(alone) ? null : region;
        isShown = true;
        changed.run();
    }

    /** Sees to it that a region is to be seen. */
    void show(RegionName region) {
        if (!isSeen(region)) {
            isShown = true;
            hidden.remove(region);
            alone = alone == null ? null : region;
            changed.run();
        }
    }

    /** Whether the regions of a frame are wanted and nobody reads them yet; whoever asks reads them. */
    public boolean isWanted(FrameKey frame) {
        return isShown && !sent.isEmpty() && !found.containsKey(frame) && awaited.add(frame);
    }

    /** Takes over what lies on a frame. */
    public void found(FrameKey frame, FoundRegions regions) {
        awaited.remove(frame);
        found.put(frame, regions);
        if (found.size() > MOST_IMAGES) {
            found.remove(found.keySet().iterator().next());
        }
        changed.run();
    }

    /** Shows regions, or hides them. */
    void toggle() {
        isShown = !isShown && !sent.isEmpty();
        changed.run();
    }

    /** Shows the next region alone, after the last one all. */
    void nextAlone() {
        List<RegionName> all = names();
        int next = alone == null ? 0 : all.indexOf(alone) + 1;
        alone = next < all.size() ? all.get(next) : null;
        isShown = !all.isEmpty();
        changed.run();
    }

    /** Fills masks in the next way. */
    void nextFilling() {
        List<Filling> all = List.of(Filling.values());
        filling = all.get((all.indexOf(filling) + 1) % all.size());
        changed.run();
    }

    void take(List<SentRegions> read) {
        clear();
        sent = List.copyOf(read);
    }

    void clear() {
        sent = List.of();
        found.clear();
        awaited.clear();
        hidden.clear();
        reaches = Map.of();
        isShown = false;
        alone = null;
    }
}
