package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.candela.calibration.AnnexC;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.ReadingsEvaluation;
import org.candela.calibration.ReadingsEvaluation.Judged;
import org.candela.cli.QaEvaluate.Verdicts;

/** What readings say, as text with six digits and as JSON with all. */
// [impl->req~calibration.worked-example~1]
final class EvaluationLines {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationLines() {}

    static String text(ReadingsEvaluation evaluation, List<Verdicts> verdicts) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("levels            " + evaluation.levels());
        figure(text, "L'max, cd/m²", evaluation.maximum());
        figure(text, "L'min, cd/m²", evaluation.minimum());
        if (evaluation.minimum() > 0) {
            figure(text, "LR", evaluation.maximum() / evaluation.minimum());
        }
        evaluation
                .ambientRatio()
                .ifPresent(ratio -> text.add(String.format(
                        Locale.ROOT,
                        "%-17s %.6g (%s)",
                        "AR",
                        ratio.value(),
                        ratio.light().name().toLowerCase(Locale.ROOT))));
        evaluation.response().ifPresent(response -> add(text, response));
        evaluation.pairs().ifPresent(pairs -> figure(text, "κδ of 16 pairs", pairs.kappaDelta()));
        if (evaluation.response().isEmpty()) {
            text.add("contrast          not assessed: " + evaluation.whyNoResponse());
        }
        verdicts.forEach(each -> add(text, each));
        return text.toString();
    }

    static ObjectNode json(ReadingsEvaluation evaluation, List<Verdicts> verdicts) {
        ObjectNode json = NODES.objectNode();
        json.put("levels", evaluation.levels())
                .put("maximumCdPerM2", evaluation.maximum())
                .put("minimumCdPerM2", evaluation.minimum());
        evaluation.ambientRatio().ifPresent(ratio -> json.put("ambientRatio", ratio.value())
                .put("ambientLight", ratio.light().name()));
        evaluation.response().ifPresent(response -> json.set("response", json(response)));
        evaluation.pairs().ifPresent(pairs -> json.put("pairsKappaDelta", pairs.kappaDelta()));
        ArrayNode remarks = json.putArray("remarks");
        evaluation.remarks().forEach(remarks::add);
        ArrayNode all = json.putArray("profiles");
        verdicts.forEach(each -> all.add(json(each)));
        return json;
    }

    private static void add(StringJoiner text, ContrastResponse response) {
        AnnexC annex = response.annexC();
        figure(text, "κδ", response.kappaDelta());
        if (response.judgedSpan() > 1) {
            figure(text, "κδ over " + response.judgedSpan() + " steps", response.judgedKappaDelta());
        }
        figure(text, "JND", response.jndRange());
        figure(text, "JND per grey", response.jndsPerGrey());
        figure(text, "largest JND error", response.maxJndError());
        figure(text, "JND per step", annex.mean());
        figure(text, "scatter", annex.standardDeviation());
        text.add("FIT               order " + annex.order());
        figure(text, "FIT slope", annex.slope());
        figure(text, "LUM", annex.lum());
    }

    private static void add(StringJoiner text, Verdicts verdicts) {
        text.add("");
        text.add(verdicts.overall().name().replace('_', ' ') + "  "
                + verdicts.profile().title());
        text.add("  edition: " + verdicts.profile().edition() + "; limits sha256 "
                + verdicts.profile().sha256());
        for (Judged judged : verdicts.judged()) {
            String value = Double.isNaN(judged.value()) ? "-" : digits(judged.value());
            text.add("  " + judged.assessment().name().replace('_', ' ') + "  " + LimitLines.bound(judged.limit())
                    + ", measured " + value + (judged.reason().isEmpty() ? "" : ": " + judged.reason()));
            text.add("        " + LimitLines.origin(judged.limit()));
        }
        verdicts.profile().limits().stream()
                .filter(limit -> !ReadingsEvaluation.tells(limit))
                .forEach(limit -> text.add("  not told by readings of levels: " + LimitLines.bound(limit)));
    }

    private static ObjectNode json(ContrastResponse response) {
        AnnexC annex = response.annexC();
        ObjectNode json = NODES.objectNode();
        json.put("kappaDelta", response.kappaDelta())
                .put("judgedSpan", response.judgedSpan())
                .put("judgedKappaDelta", response.judgedKappaDelta())
                .put("luminanceRatio", response.luminanceRatio())
                .put("jndRange", response.jndRange())
                .put("jndPerGrey", response.jndsPerGrey());
        json.put("maxJndError", response.maxJndError())
                .put("jndPerStep", annex.mean())
                .put("jndScatter", annex.standardDeviation())
                .put("fitOrder", annex.order())
                .put("fitSlope", annex.slope())
                .put("lum", annex.lum());
        ArrayNode steps = json.putArray("steps");
        for (int i = 0; i < response.steps(); i++) {
            steps.addObject()
                    .put("contrastPerJnd", response.contrast(i))
                    .put("gsdfContrastPerJnd", response.idealContrast(i))
                    .put("deviation", response.deviation(i))
                    .put("jnd", response.jnds(i));
        }
        return json;
    }

    private static ObjectNode json(Verdicts verdicts) {
        ObjectNode json = NODES.objectNode();
        json.put("id", verdicts.profile().id())
                .put("edition", verdicts.profile().edition())
                .put("sha256", verdicts.profile().sha256())
                .put("overall", verdicts.overall().name());
        ArrayNode rows = json.putArray("verdicts");
        for (Judged judged : verdicts.judged()) {
            ObjectNode row = LimitLines.json(judged.limit());
            if (!Double.isNaN(judged.value())) {
                row.put("value", judged.value());
            }
            rows.add(row.put("result", judged.assessment().name()).put("reason", judged.reason()));
        }
        return json;
    }

    private static void figure(StringJoiner text, String name, double value) {
        text.add(String.format(Locale.ROOT, "%-17s %s", name, digits(value)));
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
