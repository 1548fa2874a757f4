package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.calibration.Assessment;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;

/**
 * What a stored run found, for showing: exactly what its record says, nothing judged anew. Immutable; parsing takes about
 * a millisecond, so it is done off the FX thread.
 */
// [impl->req~displayqa.findings~1]
public final class RunFindings {
    private final StoredRun run;
    private final RecordView view;
    private final JsonNode record;

    private RunFindings(StoredRun run) {
        this.run = run;
        this.view = run.view();
        this.record = view.tree();
    }

    /** What {@code run} found. */
    public static RunFindings of(StoredRun run) {
        return new RunFindings(run);
    }

    /**
     * One limit and what was held against it.
     *
     * @param why it is not assessed; blank for what is, and where an early record does not say
     */
    public record Judged(Limit limit, double value, Assessment result, String why) {
        /** Whether a value was measured; {@link #value()} is NaN where not. */
        public boolean isMeasured() {
            return !Double.isNaN(value);
        }
    }

    /**
     * A limit as it was when the run was judged.
     *
     * @param operator as reports write it: {@code "≥"}, {@code ">"}, {@code "≤"} or {@code "<"}
     * @param isVerified whether somebody compared the number with the standard's own text
     */
    public record Limit(
            Quantity quantity, String operator, double bound, String clause, String source, boolean isVerified) {}

    /**
     * A contrast response at 18 levels.
     *
     * @param kappaDelta κδ as a share
     * @param steps from dark to bright
     */
    public record Response(double kappaDelta, List<Step> steps) {
        public Response {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step from one level to the next.
     *
     * @param pValue in the middle of the step, 0 to 255
     * @param contrast ΔL'/L' per JND as measured
     * @param ideal the same as the GSDF has it
     */
    public record Step(double pValue, double contrast, double ideal) {}

    /** The run itself. */
    public StoredRun run() {
        return run;
    }

    /** The meter with make, model and serial; a simulated one is marked. */
    public String meter() {
        JsonNode meter = record.path("photometer");
        String mark = meter.path("simulated").asBoolean() ? "SIMULATED " : "";
        return mark + meter.path("make").asText() + " " + meter.path("model").asText() + ", serial "
                + meter.path("serial").asText();
    }

    /** Until when the meter's own calibration holds, as a day, or {@code "unknown"}. */
    public String meterDue() {
        return record.path("photometer").path("calibrationDue").asText();
    }

    /** Who measured. */
    public String operator() {
        return record.path("operator").asText();
    }

    /** Titles of the standards that it was judged by. */
    public String profile() {
        return view.judgements().stream()
                .map(judgement -> judgement.path("profile").path("title").asText())
                .collect(Collectors.joining(", "));
    }

    /** Whether the graphics LUT had been replaced, so that the run failed whatever else held. */
    public boolean isRampReplaced() {
        return record.path("rampIntact").isBoolean()
                && !record.path("rampIntact").asBoolean();
    }

    /** Limit by limit, as the profiles have them, one profile after the other. */
    public List<Judged> judged() {
        List<Judged> rows = new ArrayList<>();
        view.judgements()
                .forEach(judgement -> judgement.path("verdicts").forEach(verdict -> rows.add(judged(verdict))));
        return List.copyOf(rows);
    }

    /** What one limit said; empty where the run was not judged by it. */
    public Optional<Judged> judged(Quantity quantity) {
        return judged().stream()
                .filter(row -> row.limit().quantity() == quantity)
                .findFirst();
    }

    /** The response through the table; empty for runs that measured none. */
    public Optional<Response> response() {
        return view.response().map(RunFindings::response);
    }

    /** The response before the table was made; only calibrations have one. */
    public Optional<Response> before() {
        return view.before().map(RunFindings::response);
    }

    /** The nine places; empty for runs other than uniformity tests. */
    public Optional<Uniformity> uniformity() {
        return view.field().map(field -> {
            List<Luminance> luminances = new ArrayList<>();
            field.path("seenCdPerM2").forEach(place -> luminances.add(new Luminance(place.asDouble())));
            return Uniformity.of(luminances);
        });
    }

    /** A sign of a record as people write it. */
    static String operator(String sign) {
        return sign.replace(">=", "≥").replace("<=", "≤");
    }

    static Judged judged(JsonNode verdict) {
        Limit limit = new Limit(
                Quantity.valueOf(verdict.path("quantity").asText()),
                operator(verdict.path("operator").asText()),
                verdict.path("limit").asDouble(Double.NaN),
                verdict.path("clause").asText(),
                verdict.path("source").asText(),
                verdict.path("verified").asBoolean());
        return new Judged(
                limit,
                verdict.path("value").asDouble(Double.NaN),
                Assessment.valueOf(verdict.path("result").asText()),
                verdict.path("why").asText());
    }

    private static Response response(JsonNode response) {
        JsonNode levels = response.path("levels");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < levels.size(); i++) {
            JsonNode level = levels.path(i);
            steps.add(new Step(
                    (level.path("p").asDouble() + levels.path(i + 1).path("p").asDouble()) / 2,
                    level.path("contrastPerJnd").asDouble(),
                    level.path("gsdfContrastPerJnd").asDouble()));
        }
        return new Response(response.path("kappaDelta").asDouble(), steps);
    }
}
