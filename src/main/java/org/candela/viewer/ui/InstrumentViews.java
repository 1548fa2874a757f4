package org.candela.viewer.ui;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.candela.image.DisplayLut;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Place;

/** The instruments over one image: loupe, histogram, presets, what is asked. FX thread. */
final class InstrumentViews {
    private final ReadingSession session;
    private final Place place;
    private final MagnifierView magnifier;
    private final HistogramPanel histogram;
    private final PresetPanel presets;
    private final QuestionField question;

    /** @param lut the table of the monitor, asked at every picture */
    InstrumentViews(ReadingSession session, Place place, Pane stage, ViewServices services, Supplier<DisplayLut> lut) {
        Messages words = Messages.of(InstrumentViews.class);
        this.session = session;
        this.place = place;
        this.magnifier =
                new MagnifierView(session.instruments().magnifier(), place, session.viewport(place), lut, services);
        this.histogram = new HistogramPanel(session.instruments(), session.viewport(place), stage, words, services);
        this.presets = new PresetPanel(session, session.viewport(place), stage, words);
        this.question = new QuestionField(session.instruments().asking(), stage, words);
    }

    /** The nodes over the whole place, the last on top, all hidden until they are asked for. */
    List<Node> built() {
        return List.of(histogram.built(), presets.built(), question.built());
    }

    /**
     * The loupe, which lies over the image itself.
     *
     * @param renderScale device pixels to a unit of the scene; 0 while there is no scene
     */
    Node loupe(DoubleSupplier renderScale) {
        session.instruments().magnifier().onChange(() -> {
            if (renderScale.getAsDouble() > 0) {
                magnifier.refresh(renderScale.getAsDouble());
            }
        });
        return magnifier.built();
    }

    void refresh(double renderScale) {
        boolean isActive = session.active().equals(place);
        question.refresh(isActive);
        presets.refresh(isActive);
        histogram.refresh(isActive);
        magnifier.refresh(renderScale);
    }

    /** Whether what is seen is the newest state. */
    boolean isUpToDate() {
        return magnifier.isUpToDate();
    }
}
