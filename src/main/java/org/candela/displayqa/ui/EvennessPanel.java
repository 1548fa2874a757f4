package org.candela.displayqa.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** How even the screen is: the result in words, then the nine places in space or as tiles. FX thread. */
final class EvennessPanel extends VBox {
    private final Relief relief;
    private final Messages words;

    /** How the places are drawn. */
    enum Relief {
        IN_SPACE,
        TILES;

        /** What this machine can draw; the software pipeline has no third dimension. */
        static Relief possible() {
            return Platform.isSupported(ConditionalFeature.SCENE3D) ? IN_SPACE : TILES;
        }
    }

    EvennessPanel(Relief relief, Messages words) {
        super(8);
        this.relief = relief;
        this.words = words;
        setId("displayqa-evenness");
    }

    /** Shows the nine places of a run on a display of that width by height. */
    void show(Optional<RunFindings> run, double aspect) {
        getChildren().setAll(Captions.title(words.text("displayqa.evenness.title"), run, words));
        run.flatMap(RunFindings::uniformity)
                .ifPresentOrElse(uniformity -> fill(run.orElseThrow(), uniformity, aspect), () -> getChildren()
                        .add(Captions.muted(words.text("displayqa.evenness.none"))));
    }

    private void fill(RunFindings run, Uniformity uniformity, double aspect) {
        Node chart = relief == Relief.IN_SPACE
                ? new TerrainView(uniformity, aspect)
                : new PlaceTiles(uniformity, words).build();
        chart.setId(relief == Relief.IN_SPACE ? "displayqa-terrain" : "displayqa-tiles");
        VBox.setVgrow(chart, Priority.ALWAYS);
        String note = relief == Relief.IN_SPACE ? "displayqa.evenness.interpolated" : "displayqa.evenness.tiles";
        Label explanation = Captions.muted(words.text(note, String.format(Locale.ROOT, "%.1f", uniformity.median())));
        getChildren().addAll(result(run, uniformity), chart, explanation);
    }

    private Label result(RunFindings run, Uniformity uniformity) {
        String deviation = QuantityText.percent(uniformity.maximumLuminanceDeviation());
        Label result = run.judged(Quantity.NON_UNIFORMITY)
                .map(judged -> StatusMark.of(
                        Captions.tone(judged.result(), run.run()),
                        words.text(
                                "displayqa.evenness.result",
                                deviation,
                                judged.limit().operator(),
                                QuantityText.value(
                                        Quantity.NON_UNIFORMITY, judged.limit().bound()),
                                words.text("displayqa.verdict." + judged.result()))))
                .orElseGet(() ->
                        StatusMark.of(Tone.UNKNOWN, words.text("displayqa.evenness.result.unlimited", deviation)));
        result.setId("displayqa-evenness-result");
        return result;
    }
}
