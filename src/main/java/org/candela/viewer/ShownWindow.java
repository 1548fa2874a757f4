package org.candela.viewer;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.image.BodyWeightSuv;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.picture.VoiChoice;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.window.ValueScale;
import org.candela.viewer.window.WindowedImage;

/**
 * What hangs in a viewport, as far as windows go. Used on the thread of the session.
 *
 * @param stack what hangs there
 */
public record ShownWindow(Viewport viewport, ImageStack stack) implements WindowedImage {
    private static final String TOMOGRAPHY = "PT";

    /** The image of a viewport; empty where nothing hangs. */
    public static Optional<WindowedImage> of(Viewport viewport) {
        return viewport.stack().map(stack -> new ShownWindow(viewport, stack));
    }

    /** How the factor of uptake came about; empty where there is none. */
    public static String uptakeFormula(Viewport viewport) {
        return viewport.shown()
                .map(shown -> shown.loaded().description().greys().uptake())
                .filter(BodyWeightSuv.Known.class::isInstance)
                .map(BodyWeightSuv.Known.class::cast)
                .map(BodyWeightSuv.Known::explanation)
                .orElse("");
    }

    @Override
    public String modality() {
        return stack.modality();
    }

    @Override
    public String bodyPart() {
        return stack.traits().bodyPart();
    }

    // [impl->req~viewer.uptake~1]
    @Override
    public ValueScale scale() {
        Optional<LoadedFrame> loaded = viewport.shown().map(Viewport.Shown::loaded);
        String unit = viewport.facts().map(ImageFacts::unit).orElse("");
        BodyWeightSuv suv =
                loaded.map(frame -> frame.description().greys().uptake()).orElse(new BodyWeightSuv.Unknown(""));
        boolean isExpected = modality().equals(TOMOGRAPHY);
        return suv instanceof BodyWeightSuv.Unknown unknown
                ? new ValueScale(unit, OptionalDouble.empty(), isExpected ? unknown.reason() : "")
                : new ValueScale(unit, suv.of(1), "");
    }

    @Override
    public Optional<VoiWindow> chosen() {
        return viewport.appearance().voi() instanceof VoiChoice.ByReader chosen
                ? Optional.of(chosen.window())
                : Optional.empty();
    }

    @Override
    public Optional<VoiWindow> window() {
        boolean isGrey = viewport.facts().filter(ImageFacts::isGrayscale).isPresent();
        return isGrey ? viewport.presentation().map(DataPresentation::window) : Optional.empty();
    }

    @Override
    public void choose(VoiWindow window) {
        viewport.chooseWindow(window);
    }
}
