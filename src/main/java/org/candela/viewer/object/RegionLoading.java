package org.candela.viewer.object;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Regions;
import org.candela.viewer.Viewport;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.SentRegions;
import org.candela.viewer.stack.ImageStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the regions of images that are on the screens while they are to be seen. Used on the thread of the session. */
final class RegionLoading {
    private static final Logger LOG = LoggerFactory.getLogger(RegionLoading.class);

    private final ReadingSession session;
    private final Executor io;
    private final Executor ui;
    private List<SentRegions> counted = List.of();

    RegionLoading(ReadingSession session, Executor io, Executor ui) {
        this.session = session;
        this.io = io;
        this.ui = ui;
    }

    /** Follows all viewports from now on. */
    void follow() {
        session.onViewport(viewport -> viewport.onChange(() -> load(viewport)));
        session.onChange(this::loadSeen);
        session.onChange(this::count);
    }

    /** Counts once for each case how far its regions reach. */
    // [impl->req~viewer.region-list~1]
    private void count() {
        Regions regions = session.beside().regions();
        List<SentRegions> sent = regions.sent();
        if (sent.equals(counted)) {
            return;
        }
        counted = sent;
        var unused = Async.supply(() -> reaches(sent), io)
                .exceptionally(failure -> {
                    LOG.warn("regions not counted [viewer.regions-not-counted]", Async.causeOf(failure));
                    return Map.of();
                })
                .thenAcceptAsync(
                        reaches -> {
                            if (regions.sent().equals(sent) && !reaches.isEmpty()) {
                                regions.reached(reaches);
                            }
                        },
                        ui);
    }

    private static Map<RegionName, RegionReach> reaches(List<SentRegions> sent) {
        Map<RegionName, RegionReach> all = new HashMap<>();
        sent.forEach(object -> all.putAll(object.reaches()));
        return all;
    }

    private void loadSeen() {
        if (session.beside().regions().isShown()) {
            session.lightbox().places().forEach(place -> load(session.viewport(place)));
        }
    }

    private void load(Viewport viewport) {
        Regions regions = session.beside().regions();
        viewport.shown()
                .filter(shown -> !shown.loaded().isReduced() && regions.isWanted(shown.key()))
                .ifPresent(shown -> read(
                        regions,
                        shown,
                        viewport.stack()
                                .map(ImageStack::steps)
                                .map(steps -> steps.stepMm())
                                .orElse(0.0)));
    }

    private void read(Regions regions, Viewport.Shown shown, double stepMm) {
        List<SentRegions> sent = regions.sent();
        Optional<?> open = session.study();
        var unused = Async.supply(() -> all(sent, shown.key(), shown.loaded(), stepMm), io)
                .exceptionally(failure -> {
                    LOG.warn("regions not read [viewer.regions-not-read]", Async.causeOf(failure));
                    return new FoundRegions(List.of(), List.of("regions cannot be read"));
                })
                .thenAcceptAsync(
                        found -> {
                            boolean isStillOpen = session.study().equals(open)
                                    && regions.sent().equals(sent);
                            if (isStillOpen) {
                                regions.found(shown.key(), found);
                            }
                        },
                        ui);
    }

    private static FoundRegions all(List<SentRegions> sent, FrameKey key, LoadedFrame loaded, double stepMm) {
        return sent.stream()
                .map(object -> object.on(key, loaded, stepMm))
                .reduce(FoundRegions.NOTHING, FoundRegions::and);
    }
}
