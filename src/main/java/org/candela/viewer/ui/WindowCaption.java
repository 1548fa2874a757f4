package org.candela.viewer.ui;

import static org.candela.viewer.ui.ViewportCaption.joined;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.image.Polarity;
import org.candela.image.StretchedVoiLut;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ShownWindow;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.window.ValueScale;
import org.candela.viewer.window.WindowEdges;
import org.candela.viewer.window.WindowPreset;
import org.candela.viewer.window.WindowedImage;

/** What is said of the window beside an image: numbers with their unit, the preset, what the values come to. */
// [impl->req~viewer.window-presets~1]
final class WindowCaption {
    /** A window narrower than this is written with decimals. */
    private static final double FINE_WINDOW = 20;

    private static final String MINUS = "\u2212";

    private final ReadingSession session;
    private final Viewport viewport;
    private final Messages words;

    WindowCaption(ReadingSession session, Viewport viewport, Messages words) {
        this.session = session;
        this.viewport = viewport;
        this.words = words;
    }

    /** None of an image in colour. */
    List<String> lines() {
        Optional<ImageFacts> facts = viewport.facts().filter(ImageFacts::isGrayscale);
        Optional<DataPresentation> shown = viewport.presentation();
        if (facts.isEmpty() || shown.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(window(shown.orElseThrow(), facts.orElseThrow().unit()));
        ShownWindow.of(viewport).ifPresent(image -> lines.addAll(uptake(image)));
        return lines;
    }

    private String window(DataPresentation shown, String unit) {
        String polarity = shown.polarity() == Polarity.INVERTED ? words.text("viewer.inverted") : "";
        if (shown.voi() instanceof VoiLut lut) {
            return joined(words.text("viewer.voiLut", lut.explanation()).strip(), polarity);
        }
        VoiWindow window = shown.window();
        int decimals = window.width() < FINE_WINDOW ? 2 : 0;
        String text = words.text(
                "viewer.window",
                Formats.number(window.center(), decimals),
                Formats.number(window.width(), decimals),
                unit);
        return joined(text.strip(), preset(), curveOf(shown), polarity);
    }

    private String preset() {
        return ShownWindow.of(viewport)
                .flatMap(session.instruments().presets()::presetOf)
                .map(WindowPreset::name)
                .orElse("");
    }

    /** A table that was stretched keeps its name beside the numbers, which would else be read as a linear window. */
    private String curveOf(DataPresentation shown) {
        return shown.voi() instanceof StretchedVoiLut stretched
                ? words.text("viewer.voiLut", stretched.origin().explanation()).strip()
                : functionOf(shown.window());
    }

    /** Named only where it is not the usual one, since numbers of another function mean something else. */
    private String functionOf(VoiWindow window) {
        return window.function() == VoiWindow.Function.LINEAR ? "" : words.text("viewer.window." + window.function());
    }

    /** Of a tomography of uptake: the window in SUV with the formula, or why there is none. */
    // [impl->req~viewer.uptake~1]
    private List<String> uptake(WindowedImage image) {
        ValueScale scale = image.scale();
        if (scale.uptake().isEmpty()) {
            return scale.whyNone().isEmpty() ? List.of() : List.of(words.text("viewer.suv.unknown", scale.whyNone()));
        }
        List<String> lines = new ArrayList<>();
        image.window()
                .map(scale::toUptake)
                .map(WindowEdges::of)
                .ifPresent(edges ->
                        lines.add(words.text("viewer.suv.window", number(edges.lower()), number(edges.upper()))));
        lines.add(words.text(
                "viewer.suv.formula",
                String.format(Locale.ROOT, "%.4g", scale.uptake().orElseThrow()),
                ShownWindow.uptakeFormula(viewport)));
        return lines;
    }

    private static String number(double value) {
        return Formats.number(value, 2).replace("-", MINUS);
    }
}
