package org.candela.displayqa.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.candela.displayqa.trend.LinearFit;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.trend.TrendPoint;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Theme;

/** One quantity over time: runs as dots, the fitted line, the limit, and the day on which it will be crossed. FX thread. */
// [impl->req~displayqa.page-history~1]
final class TrendChart extends Region {
    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double TOP = 12;
    private static final double BOTTOM = 30;
    private static final int ROWS = 4;
    private static final Color LINE = Color.web("#252b34");
    private static final Font FONT = Font.font(12);

    private final Trend trend;
    private final Messages words;
    private final Canvas canvas = new Canvas();

    TrendChart(Trend trend, Messages words) {
        this.trend = trend;
        this.words = words;
        getChildren().add(canvas);
        setId("displayqa-trend-chart");
        getStyleClass().add("trend-chart");
        setMinSize(260, 150);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(TrendText.line(trend, words));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() > LEFT + RIGHT && getHeight() > TOP + BOTTOM) {
            draw(pen, TrendScale.of(trend, getWidth() - LEFT - RIGHT, getHeight() - TOP - BOTTOM));
        }
    }

    private void draw(GraphicsContext pen, TrendScale scale) {
        pen.save();
        pen.translate(LEFT, TOP);
        pen.setFont(FONT);
        axes(pen, scale);
        limit(pen, scale);
        fit(pen, scale);
        points(pen, scale);
        pen.restore();
    }

    private void axes(GraphicsContext pen, TrendScale scale) {
        pen.setLineWidth(1);
        pen.setFill(Theme.MUTED);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= ROWS; i++) {
            double value = scale.bottom() + (scale.top() - scale.bottom()) * i / ROWS;
            double y = Math.round(scale.y(value)) + 0.5;
            pen.setStroke(i == 0 ? Theme.MUTED : LINE);
            pen.strokeLine(0, y, scale.width(), y);
            pen.fillText(TrendText.value(trend.series().quantity(), value), -8, y);
        }
        pen.setTextBaseline(VPos.TOP);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(date(scale.firstDay()), 0, scale.height() + 8);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(date(scale.lastDay()), scale.width(), scale.height() + 8);
    }

    private static String date(double day) {
        return Formats.date(LocalDate.ofEpochDay((long) Math.floor(day)));
    }

    private void limit(GraphicsContext pen, TrendScale scale) {
        trend.limit().ifPresent(limit -> {
            double y = Math.round(scale.y(limit.value())) + 0.5;
            pen.setStroke(Theme.AMBER);
            pen.setLineDashes(6, 4);
            pen.strokeLine(0, y, scale.width(), y);
            pen.setLineDashes();
            pen.setFill(Theme.AMBER);
            pen.setTextAlign(TextAlignment.LEFT);
            pen.setTextBaseline(y > 20 ? VPos.BOTTOM : VPos.TOP);
            pen.fillText(
                    words.text(
                            "displayqa.trend.limit",
                            String.format(
                                    Locale.ROOT,
                                    "%s",
                                    TrendText.value(trend.series().quantity(), limit.value()))),
                    6,
                    y + (y > 20 ? -3 : 3));
        });
    }

    /** The line goes on, dashed, to the day of the forecast, which stands beside its mark. */
    private void fit(GraphicsContext pen, TrendScale scale) {
        if (trend.series().fit().isEmpty()) {
            return;
        }
        LinearFit fit = trend.series().fit().orElseThrow();
        List<TrendPoint> points = trend.series().points();
        double first = TrendScale.day(points.get(0));
        double last = TrendScale.day(points.get(points.size() - 1));
        pen.setStroke(Theme.TEXT);
        pen.setLineWidth(1.2);
        pen.strokeLine(scale.x(first), scale.y(fit.at(first)), scale.x(last), scale.y(fit.at(last)));
        trend.forecast().flatMap(told -> told.expected()).ifPresent(day -> {
            double end = Math.min((double) day.toEpochDay(), scale.lastDay());
            pen.setLineDashes(3, 4);
            pen.strokeLine(scale.x(last), scale.y(fit.at(last)), scale.x(end), scale.y(fit.at(end)));
            pen.setLineDashes();
            if (day.toEpochDay() <= scale.lastDay()) {
                double x = Math.round(scale.x((double) day.toEpochDay())) + 0.5;
                pen.setStroke(Theme.AMBER);
                pen.strokeLine(x, 0, x, scale.height());
                pen.setFill(Theme.AMBER);
                pen.setTextBaseline(VPos.TOP);
                pen.setTextAlign(TextAlignment.RIGHT);
                pen.fillText(Formats.date(day), x - 5, 2);
            }
        });
    }

    private void points(GraphicsContext pen, TrendScale scale) {
        pen.setFill(Theme.ACCENT);
        for (TrendPoint point : trend.series().points()) {
            pen.fillOval(scale.x(TrendScale.day(point)) - 3, scale.y(point.value()) - 3, 6, 6);
        }
    }
}
