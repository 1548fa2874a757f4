package org.candela.displayqa.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.RunFindings.Response;
import org.candela.displayqa.ledger.RunFindings.Step;
import org.candela.ui.Messages;
import org.candela.ui.Theme;

/**
 * Contrast per JND by P-value: measured, as the GSDF has it, and the band that the limit on κδ allows; as in the report.
 * FX thread.
 */
// [impl->req~displayqa.response-chart~1]
final class ResponseChart extends Region {
    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double TOP = 46;
    private static final double BOTTOM = 44;
    private static final int ROWS = 5;
    private static final Color BAND = Theme.ACCENT.deriveColor(0, 1, 1, 0.16);
    private static final Color BAND_EDGE = Theme.ACCENT.deriveColor(0, 1, 1, 0.45);
    private static final Color LINE = Color.web("#252b34");
    private static final Color BEFORE = Color.web("#8a7d5c");
    private static final Font FONT = Font.font(12);

    private final RunFindings run;
    private final Response response;
    private final Messages words;
    private final Canvas canvas = new Canvas();

    ResponseChart(RunFindings run, Response response, Messages words) {
        this.run = run;
        this.response = response;
        this.words = words;
        getChildren().add(canvas);
        setId("displayqa-response-chart");
        setMinSize(260, 200);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw(canvas.getGraphicsContext2D());
    }

    private void draw(GraphicsContext pen) {
        ChartScale scale =
                new ChartScale(getWidth() - LEFT - RIGHT, getHeight() - TOP - BOTTOM, ChartScale.top(response.steps()));
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setFont(FONT);
        legend(pen);
        pen.save();
        pen.translate(LEFT, TOP);
        limit().ifPresent(share -> band(pen, scale, share));
        axes(pen, scale);
        curve(pen, scale, response.steps(), Step::ideal, Theme.TEXT);
        run.before().ifPresent(before -> measured(pen, scale, before.steps(), BEFORE));
        measured(pen, scale, response.steps(), Theme.ACCENT);
        pen.restore();
    }

    private Optional<Double> limit() {
        return run.judged(Quantity.CONTRAST_DEVIATION)
                .map(judged -> judged.limit().bound());
    }

    private void legend(GraphicsContext pen) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        double x = key(pen, 2, Theme.ACCENT, words.text("displayqa.response.measured", kappa(response)));
        if (run.before().isPresent()) {
            x = key(
                    pen,
                    x,
                    BEFORE,
                    words.text("displayqa.response.before", kappa(run.before().orElseThrow())));
        }
        x = key(pen, x, Theme.TEXT, words.text("displayqa.response.gsdf"));
        if (limit().isPresent()) {
            key(pen, x, BAND_EDGE, words.text("displayqa.response.band", QuantityText.percent(limit().orElseThrow())));
        }
        pen.setFill(Theme.MUTED);
        pen.fillText(words.text("displayqa.response.axis.y"), 2, 30);
    }

    private static String kappa(Response response) {
        return QuantityText.percent(response.kappaDelta());
    }

    private double key(GraphicsContext pen, double x, Color color, String text) {
        pen.setFill(color);
        pen.fillRect(x, 9, 16, 3);
        pen.setFill(Theme.TEXT);
        pen.fillText(text, x + 22, 10);
        return x + 22 + widthOf(text) + 18;
    }

    private static double widthOf(String text) {
        Text measure = new Text(text);
        measure.setFont(FONT);
        return measure.getLayoutBounds().getWidth();
    }

    private void axes(GraphicsContext pen, ChartScale scale) {
        pen.setLineWidth(1);
        pen.setFill(Theme.MUTED);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= ROWS; i++) {
            double contrast = scale.top() * i / ROWS;
            double y = Math.round(scale.y(contrast)) + 0.5;
            pen.setStroke(i == 0 ? Theme.MUTED : LINE);
            pen.strokeLine(0, y, scale.width(), y);
            pen.fillText(String.format(Locale.ROOT, "%.3f", contrast), -8, y);
        }
        pen.setTextBaseline(VPos.TOP);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setStroke(Theme.MUTED);
        for (int p = 0; p <= ChartScale.WHITE; p += ChartScale.WHITE / 5) {
            double x = Math.round(scale.x(p)) + 0.5;
            pen.strokeLine(x, scale.height(), x, scale.height() + 4);
            pen.fillText(Integer.toString(p), x, scale.height() + 7);
        }
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(words.text("displayqa.response.axis.x"), scale.width(), scale.height() + 25);
    }

    private void band(GraphicsContext pen, ChartScale scale, double share) {
        List<Step> steps = response.steps();
        int n = steps.size();
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = scale.x(steps.get(i).pValue());
            y[i] = scale.y(steps.get(i).ideal() * (1 + share));
            x[2 * n - 1 - i] = x[i];
            y[2 * n - 1 - i] = scale.y(steps.get(i).ideal() * (1 - share));
        }
        pen.setFill(BAND);
        pen.fillPolygon(x, y, 2 * n);
        curve(pen, scale, steps, step -> step.ideal() * (1 + share), BAND_EDGE);
        curve(pen, scale, steps, step -> step.ideal() * (1 - share), BAND_EDGE);
    }

    private static void curve(
            GraphicsContext pen, ChartScale scale, List<Step> steps, ToDoubleFunction<Step> value, Color color) {
        pen.setStroke(color);
        pen.setLineWidth(1.2);
        pen.strokePolyline(
                steps.stream().mapToDouble(step -> scale.x(step.pValue())).toArray(),
                steps.stream()
                        .mapToDouble(step -> scale.y(value.applyAsDouble(step)))
                        .toArray(),
                steps.size());
    }

    /** What lies above the scale is cut off and marked by a triangle at its edge, never drawn at a wrong height. */
    private static void measured(GraphicsContext pen, ChartScale scale, List<Step> steps, Color color) {
        pen.save();
        pen.beginPath();
        pen.rect(-4, -1, scale.width() + 8, scale.height() + 6);
        pen.clip();
        curve(pen, scale, steps, Step::contrast, color);
        pen.setFill(color);
        for (Step step : steps) {
            double x = scale.x(step.pValue());
            double y = scale.y(step.contrast());
            if (step.contrast() > scale.top()) {
                pen.fillPolygon(new double[] {x - 4, x, x + 4}, new double[] {7, 0, 7}, 3);
            } else {
                pen.fillOval(x - 2.5, y - 2.5, 5, 5);
            }
        }
        pen.restore();
    }
}
