package org.candela.viewer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.viewer.layout.DeskMemory;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StackLinks;
import org.candela.viewer.stack.StackOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the viewports that are seen follow the one that a reader moves or changes. Used on the thread of the session.
 */
// [impl->req~viewer.linked-stacks~1]
public final class Linking {
    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Lightbox lightbox;
    private final StackLinks links;
    private final DeskMemory memory;
    private final EditHistory history;
    private final Runnable changed;
    private final Set<Linked> linked = EnumSet.of(Linked.SCROLL);
    private boolean isFollowing;

    /** What links need. */
    record Services(Lightbox lightbox, StackLinks links, DeskMemory memory, EditHistory history) {}

    Linking(Services services, Runnable changed) {
        this.lightbox = services.lightbox();
        this.links = services.links();
        this.memory = services.memory();
        this.history = services.history();
        this.changed = changed;
    }

    /** Whether viewports do this together. */
    public boolean isLinked(Linked aspect) {
        return linked.contains(aspect);
    }

    /** Lets viewports do this together, or each alone. */
    public void toggle(Linked aspect) {
        if (!linked.remove(aspect)) {
            linked.add(aspect);
        }
        changed.run();
    }

    /** How the stacks at two places were laid beside one another by the reader; empty when they were not. */
    public Optional<StackOffset> offset(Place one, Place other) {
        return lightbox.viewport(one)
                .stack()
                .flatMap(mine -> lightbox.viewport(other).stack().flatMap(theirs -> links.offset(mine, theirs)));
    }

    /**
     * Links the stack at a place with all others that are seen as they stand beside one another, for this day and whenever
     * they hang together; frees those that were linked. Undoable.
     */
    public void toggleOffsets(Place place) {
        Viewport mine = lightbox.viewport(place);
        mine.stack().ifPresent(stack -> others(mine).forEach(other -> other.stack()
                .filter(theirs -> !theirs.seriesUid().equals(stack.seriesUid()))
                .ifPresent(theirs -> toggleOffset(mine, stack, other, theirs))));
    }

    private void toggleOffset(Viewport mine, ImageStack stack, Viewport other, ImageStack theirs) {
        Optional<StackOffset> former = links.offset(stack, theirs);
        if (former.isPresent()) {
            StackOffset offset = former.orElseThrow();
            free(offset);
            history.add(new Edit("Free linked stacks", () -> link(offset), () -> free(offset)));
        } else {
            StackOffset offset = links.link(stack, mine.frameIndex(), theirs, other.frameIndex());
            link(offset);
            history.add(new Edit("Link stacks", () -> free(offset), () -> link(offset)));
        }
    }

    private void link(StackOffset offset) {
        links.restore(offset);
        keep(memory.keep(offset));
    }

    private void free(StackOffset offset) {
        links.unlink(offset.pair());
        keep(memory.forget(offset.pair()));
    }

    private void keep(CompletableFuture<Void> keeping) {
        var unused = keeping.exceptionally(failure -> {
            LOG.warn("a link of stacks could not be kept [viewer.link-not-kept]", failure);
            return null;
        });
        changed.run();
    }

    /** Scrolls whatever belongs to the stack of {@code leader} along with it. */
    void moved(Viewport leader) {
        if (isFollowing || !isLinked(Linked.SCROLL)) {
            return;
        }
        isFollowing = true; // those that follow lead nobody
        try {
            leader.stack().ifPresent(stack -> others(leader).forEach(other -> other.stack()
                    .flatMap(theirs -> links.counterpart(stack, leader.frameIndex(), theirs))
                    .ifPresent(other::scrollTo)));
        } finally {
            isFollowing = false;
        }
    }

    /** Gives on what was changed at one place since {@code before}. */
    void changed(Hanging before) {
        if (!isLinked(Linked.VIEW) && !isLinked(Linked.WINDOW)) {
            return; // at every move of a drag
        }
        Hanging after = lightbox.hanging();
        for (Map.Entry<Place, Hung> entry : after.hung().entrySet()) {
            before.at(entry.getKey())
                    .filter(former -> former.stack().equals(entry.getValue().stack()))
                    .ifPresent(former -> giveOn(entry.getKey(), former.appearance(), entry.getValue()));
        }
    }

    private void giveOn(Place place, Appearance former, Hung now) {
        Viewport leader = lightbox.viewport(place);
        Appearance look = now.appearance();
        if (!look.use().getClass().equals(former.use().getClass())) {
            return; // what a presentation state does to one image is no wish of the reader's for others
        }
        boolean isWindowed = !look.voi().equals(former.voi()) || look.polarity() != former.polarity();
        boolean isMoved = !look.view().equals(former.view());
        for (Viewport other : others(leader)) {
            if (isLinked(Linked.WINDOW) && isWindowed && isOfOneModality(leader, other)) {
                other.become(other.appearance().with(look.voi()).with(look.polarity()));
            }
            if (isLinked(Linked.VIEW) && isMoved && isOfOneModality(leader, other)) {
                other.become(other.appearance().with(viewLike(leader, other)));
            }
        }
    }

    private List<Viewport> others(Viewport leader) {
        return lightbox.places().stream()
                .map(lightbox::viewport)
                .filter(other -> !other.equals(leader))
                .toList();
    }

    private static boolean isOfOneModality(Viewport one, Viewport other) {
        Optional<String> modality = one.stack().map(ImageStack::modality);
        return modality.isPresent() && modality.equals(other.stack().map(ImageStack::modality));
    }

    /** Where sizes in the patient are known a millimetre is as large on both; else both are magnified alike. */
    private static ViewState viewLike(Viewport leader, Viewport follower) {
        ViewState view = leader.viewState();
        ViewState same = new ViewState(
                view.zoom(),
                view.magnification(),
                follower.viewState().shift(),
                view.quarterTurns(),
                view.isMirrored(),
                follower.viewState().edge());
        Optional<SlicePlane> mine = plane(leader);
        Optional<SlicePlane> theirs = plane(follower);
        Optional<ResolvedView> from = leader.resolvedView();
        if (mine.isEmpty() || theirs.isEmpty() || from.isEmpty()) {
            return same.withShift(view.shift());
        }
        PixelSpacing spacing = mine.orElseThrow().spacing();
        PixelSpacing other = theirs.orElseThrow().spacing();
        double pixelsPerMm = from.orElseThrow().scale() / spacing.columnSpacingMm();
        return same.withPixels(pixelsPerMm * other.columnSpacingMm())
                .withShift(new ImagePoint(
                        view.shift().column() * spacing.columnSpacingMm() / other.columnSpacingMm(),
                        view.shift().row() * spacing.rowSpacingMm() / other.rowSpacingMm()));
    }

    private static Optional<SlicePlane> plane(Viewport viewport) {
        return viewport.shown()
                .flatMap(shown -> shown.loaded().description().place().plane());
    }
}
