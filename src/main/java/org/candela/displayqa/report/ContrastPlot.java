package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RecordView;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;

/** Contrast per JND by P-value: measured, as the GSDF has it, and the band that the limit on κδ allows. */
final class ContrastPlot {
    private static final float X = PdfSheet.LEFT + 42;
    private static final float WIDTH = PdfSheet.RIGHT - X;
    private static final float HEIGHT = 250;
    /** What a plot takes of a page, its title and axes included. */
    static final float TAKES = HEIGHT + 90;

    private static final float WHITE = 255;
    private static final Color BAND = new Color(0xE7F1EF);
    private static final Color BEFORE = new Color(0xA9B1BA);
    private static final int GRID_X = 51;

    private final PdfFlow flow;
    private final JsonNode limit;
    private final JsonNode response;
    private final JsonNode before;
    private final double top;
    private PdfSheet sheet;

    /** @param response a finding with levels */
    ContrastPlot(PdfFlow flow, JsonNode document, JsonNode response) {
        this.flow = flow;
        this.sheet = flow.sheet();
        this.limit = limit(document);
        this.response = response;
        JsonNode earlier = RecordView.of(document.path("record")).before().orElse(MissingNode.getInstance());
        boolean isOfSameLevels =
                earlier.path("levels").size() == response.path("levels").size();
        this.before = isOfSameLevels ? earlier : MissingNode.getInstance();
        this.top = niceTop(response);
    }

    /** Draws on this page, or on the next where it does not fit. */
    void draw() throws IOException {
        float y = flow.take(TAKES);
        sheet = flow.sheet();
        sheet.text(
                PdfSheet.LEFT,
                y + 22,
                Style.HEADING,
                "Contrast response, " + response.path("levels").size() + " levels");
        legend(y + 38);
        float plot = y + 56;
        if (limit.isNumber()) {
            band(plot, limit.asDouble());
        }
        grid(plot);
        curve(plot, steps(response), 1, Curve.GSDF);
        if (!before.isMissingNode()) {
            measured(plot, before, BEFORE);
        }
        measured(plot, response, PdfSheet.ACCENT);
        sheet.textEnding(PdfSheet.RIGHT, plot + HEIGHT + 26, Style.NOTE, "P-value (0 to 255), middle of each step");
    }

    private enum Curve {
        GSDF,
        LIMIT
    }

    private void legend(float y) throws IOException {
        float x = PdfSheet.LEFT;
        x = key(x, y, PdfSheet.INK, "GSDF") + 16;
        if (limit.isNumber()) {
            x = key(x, y, new Color(0x9CC5BF), "limit ±" + QuantityText.percent(limit.asDouble())) + 16;
        }
        x = key(x, y, PdfSheet.ACCENT, "measured, κδ " + kappa(response)) + 16;
        if (!before.isMissingNode()) {
            key(x, y, BEFORE, "before calibration, κδ " + kappa(before));
        }
        sheet.textEnding(PdfSheet.RIGHT, y, Style.NOTE, "ΔL'/L' per JND");
    }

    private static String kappa(JsonNode response) {
        return QuantityText.percent(response.path("kappaDelta").asDouble());
    }

    private float key(float x, float y, Color color, String text) throws IOException {
        sheet.fill(color, x, y - 4, 12, 2.5f);
        sheet.text(x + 17, y, Style.NOTE, text);
        return x + 17 + sheet.width(Style.NOTE, text);
    }

    private void band(float plot, double allowed) throws IOException {
        List<JsonNode> steps = steps(response);
        for (int i = 0; i + 1 < steps.size(); i++) {
            // Narrow upright bars follow the curve closely enough and need no path of their own.
            for (int part = 0; part < 16; part++) {
                float share = part / 16f;
                double ideal = steps.get(i).path("gsdfContrastPerJnd").asDouble() * (1 - share)
                        + steps.get(i + 1).path("gsdfContrastPerJnd").asDouble() * share;
                float from = x(steps, i) * (1 - share) + x(steps, i + 1) * share;
                float high = y(plot, ideal * (1 + allowed));
                float wide = (x(steps, i + 1) - x(steps, i)) / 16 + 0.3f;
                sheet.fill(BAND, from, high, wide, y(plot, ideal * (1 - allowed)) - high);
            }
        }
        curve(plot, steps, 1 + allowed, Curve.LIMIT);
        curve(plot, steps, 1 - allowed, Curve.LIMIT);
    }

    private void grid(float plot) throws IOException {
        double tick = top / 5;
        for (int i = 0; i <= 5; i++) {
            float at = y(plot, i * tick);
            sheet.pen(i == 0 ? PdfSheet.INK : PdfSheet.HAIRLINE, 0.5f, 0);
            sheet.line(X, at, X + WIDTH, at);
            sheet.textEnding(X - 6, at + 2.5f, Style.NOTE, String.format(Locale.ROOT, "%.3f", i * tick));
        }
        for (int p = 0; p <= WHITE; p += GRID_X) {
            float at = X + WIDTH * p / WHITE;
            sheet.pen(PdfSheet.INK, 0.5f, 0);
            sheet.line(at, plot + HEIGHT, at, plot + HEIGHT + 3);
            String label = Integer.toString(p);
            sheet.text(at - sheet.width(Style.NOTE, label) / 2, plot + HEIGHT + 13, Style.NOTE, label);
        }
    }

    private void curve(float plot, List<JsonNode> steps, double factor, Curve kind) throws IOException {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            double ideal = steps.get(i).path("gsdfContrastPerJnd").asDouble();
            points.add(new float[] {x(steps, i), y(plot, ideal * factor)});
        }
        if (kind == Curve.GSDF) {
            sheet.pen(PdfSheet.INK, 0.9f, 0);
        } else {
            sheet.pen(new Color(0x9CC5BF), 0.7f, 2.5f);
        }
        sheet.polyline(points);
    }

    private void measured(float plot, JsonNode from, Color color) throws IOException {
        List<JsonNode> steps = steps(from);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            double contrast = steps.get(i).path("contrastPerJnd").asDouble();
            points.add(new float[] {x(steps, i), y(plot, Math.max(0, Math.min(top, contrast)))});
        }
        sheet.pen(color, 0.6f, 0);
        sheet.polyline(points);
        for (float[] point : points) {
            sheet.dot(color, point[0], point[1], 2.4f);
        }
    }

    /** Levels that begin a step: all but the last. */
    private static List<JsonNode> steps(JsonNode response) {
        List<JsonNode> steps = new ArrayList<>();
        response.path("levels").forEach(steps::add);
        return steps.subList(0, steps.size() - 1);
    }

    private float x(List<JsonNode> steps, int i) {
        return X + WIDTH * (i + 0.5f) / steps.size();
    }

    private float y(float plot, double contrast) {
        return plot + HEIGHT - (float) (contrast / top) * HEIGHT;
    }

    /** The limit on κδ of this report's standard; missing where it has none. */
    private static JsonNode limit(JsonNode document) {
        for (JsonNode verdict : document.at("/judgement/verdicts")) {
            if (verdict.path("quantity").asText().equals(Quantity.CONTRAST_DEVIATION.name())) {
                return verdict.path("limit");
            }
        }
        return MissingNode.getInstance();
    }

    /** The scale ends at a multiple of 0.005 above everything the GSDF and the measurement need. */
    private static double niceTop(JsonNode response) {
        double highest = 0;
        for (JsonNode level : response.path("levels")) {
            highest = Math.max(highest, 1.2 * level.path("gsdfContrastPerJnd").asDouble());
            highest = Math.max(highest, 1.05 * level.path("contrastPerJnd").asDouble());
        }
        return Math.max(0.005, Math.ceil(highest / 0.005) * 0.005);
    }
}
