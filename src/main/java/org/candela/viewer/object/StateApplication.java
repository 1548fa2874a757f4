package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.SampleOrigin;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.OverlayActivation;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.image.OverlayPlane;
import org.candela.image.PixelLayout;
import org.candela.image.Shutter;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.Framing;
import org.candela.viewer.state.StatePresentation;
import org.candela.viewer.state.StatePresentation.Part;
import org.candela.viewer.state.StatedView;

/**
 * One presentation state on one image (PS3.4 N.2): what the state lacks is none, and the image's own is not used in its
 * place. Pure; safe from any thread.
 */
// [impl->req~viewer.state-whole~1]
final class StateApplication {
    private static final double SAME_ASPECT = 1e-6;

    private final PresentationState state;
    private final FrameKey key;
    private final LoadedFrame loaded;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final List<String> leftOut = new ArrayList<>();

    private StateApplication(PresentationState state, FrameKey key, LoadedFrame loaded) {
        this.state = state;
        this.key = key;
        this.loaded = loaded;
    }

    static StatePresentation of(PresentationState state, FrameKey key, LoadedFrame loaded) {
        return new StateApplication(state, key, loaded).applied();
    }

    private StatePresentation applied() {
        boolean isGrey = loaded.frame().layout().photometric().isGrayscale();
        boolean isForGreys = state.label().kind() == PresentationState.Kind.GRAYSCALE;
        if (isGrey != isForGreys) {
            return new StatePresentation.Refused(
                    isGrey ? "made for colours, this image is grey" : "made for greys, this image has colours");
        }
        if (state.isMissingGreys()) {
            return new StatePresentation.Refused("some of its greys cannot be read");
        }
        leftOut.addAll(state.warnings());
        try {
            LoadedFrame greys = isGrey ? greys() : coloured();
            StatedView view = view();
            ImageDescription covered = greys.description().with(shutter(view.framing()));
            LoadedFrame shown = new LoadedFrame(greys.frame(), covered, overlays(), loaded.reduction());
            if (!state.graphics()
                    .annotationsOn(key.sopInstance(), key.frameIndex() + 1)
                    .isEmpty()) {
                parts.add(Part.GRAPHICS);
            }
            return new StatePresentation.Applied(shown, view, parts, leftOut);
        } catch (GreysOfState.NotApplicable e) {
            return new StatePresentation.Refused(e.reason());
        }
    }

    private LoadedFrame greys() throws GreysOfState.NotApplicable {
        GreysOfState greys = new GreysOfState(state.greys(), key, loaded);
        LoadedFrame meant = greys.applied();
        parts.addAll(greys.parts());
        return meant;
    }

    // [impl->req~dicom-object.state-icc~1]
    /** The colours as the profile of the state reads them, in the place of the image's own (C.11.15). */
    private LoadedFrame coloured() {
        SampleOrigin origin = loaded.description().greys().origin();
        boolean isSame =
                origin instanceof SampleOrigin.InSrgb own && own.profile().equals(state.colours());
        if (state.colours().isNone() || isSame) {
            return loaded;
        }
        if (origin instanceof SampleOrigin.InSrgb) {
            leftOut.add("its ICC profile: the image is shown by its own");
            return loaded;
        }
        Optional<DescribedFrame> read =
                state.colours().over(new DescribedFrame(loaded.frame(), loaded.description(), loaded.overlays()));
        if (read.isEmpty()) {
            leftOut.add("its ICC profile cannot be used");
            return loaded;
        }
        parts.add(Part.COLOURS);
        DescribedFrame shown = read.orElseThrow();
        return new LoadedFrame(shown.frame(), shown.description(), shown.overlays(), loaded.reduction());
    }

    private StatedView view() {
        int turns = state.view().spatial().quarterTurns();
        boolean isMirrored = state.view().spatial().isFlipped();
        if (turns != 0) {
            parts.add(Part.TURNED);
        }
        if (isMirrored) {
            parts.add(Part.MIRRORED);
        }
        Optional<DisplayedArea> area = state.view().areaOf(key.sopInstance(), key.frameIndex() + 1);
        return area.map(found -> new StatedView(turns, isMirrored, framing(found), size(found)))
                .orElseGet(() -> new StatedView(turns, isMirrored, whole(), new StatedView.Fit()));
    }

    private Framing whole() {
        return Framing.whole(loaded.frame().layout(), ownAspect());
    }

    private double ownAspect() {
        return loaded.description().place().pixelAspect();
    }

    private Framing framing(DisplayedArea area) {
        PixelLayout layout = loaded.frame().layout();
        double aspect = area.pixel().aspect();
        if (!area.rectangle().equals(PixelRectangle.whole(layout.columns(), layout.rows()))
                || !(area.size() instanceof DisplayedArea.ScaleToFit)) {
            parts.add(Part.AREA);
        }
        if (Math.abs(aspect / ownAspect() - 1) > SAME_ASPECT) {
            parts.add(Part.ASPECT);
        }
        return new Framing(
                area.rectangle().center(),
                area.rectangle().columns(),
                area.rectangle().rows(),
                aspect);
    }

    private static StatedView.Size size(DisplayedArea area) {
        if (area.size() instanceof DisplayedArea.Magnify magnify) {
            return new StatedView.Magnified(magnify.ratio());
        }
        boolean isTrue = area.size() instanceof DisplayedArea.TrueSize;
        return isTrue && area.pixel() instanceof DisplayedArea.Spacing known
                ? new StatedView.True(known.spacing().columnSpacingMm())
                : new StatedView.Fit();
    }

    private Shutter shutter(Framing framing) {
        return state.shutter()
                .map(found -> {
                    parts.add(Part.SHUTTER);
                    return found.onImage(framing.pixelAspect());
                })
                .orElse(Shutter.NONE);
    }

    /** Only overlays that the state names; one that it brings along takes the place of the image's (C.11.7). */
    private List<OverlayPlane> overlays() {
        List<OverlayPlane> shown = new ArrayList<>();
        for (OverlayActivation activation : state.graphics().overlays()) {
            activation.own().ifPresentOrElse(shown::add, () -> shown.addAll(ofImage(activation.group())));
        }
        if (!shown.isEmpty()) {
            parts.add(Part.OVERLAYS);
        }
        if (!Collections.disjoint(loaded.overlays(), shown) || loaded.overlays().isEmpty()) {
            return shown;
        }
        leftOut.add("overlays of the image are not shown");
        return shown;
    }

    private List<OverlayPlane> ofImage(int group) {
        return loaded.overlays().stream()
                .filter(plane -> plane.group() == group)
                .toList();
    }
}
