package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candela.displayqa.trend.Light;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.trend.TrendQuantity;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/** How the display changes: one quantity at a time, chosen by mouse or keyboard. FX thread. */
final class TrendPanel extends VBox {
    private final Messages words;
    private final ChoiceBox<Trend> choice = new ChoiceBox<>();
    private final StackPane chart = new StackPane();
    private final Label line = Captions.muted("");

    TrendPanel(Messages words) {
        super(8);
        this.words = words;
        setId("displayqa-trend");
        choice.setId("displayqa-trend-choice");
        choice.setAccessibleText(words.text("displayqa.trend.choice"));
        choice.setConverter(new Names());
        choice.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> draw(now));
        line.setId("displayqa-trend-line");
        VBox.setVgrow(chart, Priority.ALWAYS);
    }

    void show(List<Trend> trends) {
        getChildren().setAll(Captions.title(words.text("displayqa.trend.title")));
        if (trends.isEmpty()) {
            getChildren().add(Captions.muted(words.text("displayqa.trend.none")));
            return;
        }
        Optional<Trend> before = Optional.ofNullable(choice.getValue());
        choice.getItems().setAll(trends);
        choice.setValue(before.flatMap(shown -> like(trends, shown)).orElse(trends.get(0)));
        getChildren().addAll(choice, chart, line);
    }

    /** What was looked at stays looked at. */
    private static Optional<Trend> like(List<Trend> trends, Trend shown) {
        TrendQuantity quantity = shown.series().quantity();
        Light light = shown.series().light();
        return trends.stream()
                .filter(trend ->
                        trend.series().quantity() == quantity && trend.series().light() == light)
                .findFirst();
    }

    private void draw(@Nullable Trend trend) {
        chart.getChildren().clear();
        if (trend != null) {
            chart.getChildren().add(new TrendChart(trend, words));
            line.setText(TrendText.line(trend, words));
        }
    }

    private final class Names extends StringConverter<Trend> {
        @Override
        public String toString(@Nullable Trend trend) {
            return trend == null ? "" : TrendText.name(trend, words);
        }

        @Override
        public Trend fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
    }
}
