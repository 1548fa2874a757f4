package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.RunFindings.Judged;
import org.candela.displayqa.measure.QaKind;

/**
 * What one standard says of one stored run. Immutable.
 *
 * @param judged limit by limit, as the standard has them; none for a run without figures, as a visual test
 * @param isRampReplaced whether the graphics LUT had been replaced, so that it failed by any standard
 */
// [impl->req~displayqa.standing-by-standard~1]
public record RunVerdict(StoredRun run, CalibrationProfile standard, List<Judged> judged, boolean isRampReplaced) {
    public RunVerdict {
        judged = List.copyOf(judged);
    }

    /**
     * As the run's record or the last later judgement has it by the same limits; where nobody held the run against them yet,
     * they are held against its figures now, by the same rule, and nothing is written.
     *
     * @param later entries about the run, oldest first
     */
    static RunVerdict of(StoredRun run, List<StoredRun> later, CalibrationProfile standard) {
        RunView found = new RunView(run, later);
        List<Judged> judged = found.by(standard)
                .map(RunVerdict::judged)
                .orElseGet(() ->
                        judged(RecordJson.judgements(List.of(Judgement.of(standard, run.kind(), StoredValues.of(run))))
                                .path(0)));
        return new RunVerdict(run, standard, judged, RunFindings.of(run).isRampReplaced());
    }

    /** The worst limit; what was looked at counts by its own outcome. */
    public Assessment overall() {
        if (isRampReplaced) {
            return Assessment.FAIL;
        }
        return judged.isEmpty() && run.kind() == QaKind.VISUAL
                ? run.overall()
                : Assessment.worst(judged.stream().map(Judged::result).toList());
    }

    /** Whether a limit was missed, the graphics LUT had been replaced, or a pattern was not seen as it must be. */
    public boolean hasFailed() {
        return overall() == Assessment.FAIL || run.wasSeenToFail();
    }

    /** The first limit with this result among those of the quantities; empty where none has it. */
    public Optional<Judged> first(Assessment result, List<Quantity> quantities) {
        return judged.stream()
                .filter(row -> row.result() == result
                        && quantities.contains(row.limit().quantity()))
                .findFirst();
    }

    private static List<Judged> judged(JsonNode judgement) {
        List<Judged> rows = new ArrayList<>();
        judgement.path("verdicts").forEach(verdict -> rows.add(RunFindings.judged(verdict)));
        return rows;
    }

    /** The judgements of a run and of the entries about it, newest first. */
    private record RunView(StoredRun run, List<StoredRun> later) {
        Optional<JsonNode> by(CalibrationProfile standard) {
            List<JsonNode> all = new ArrayList<>();
            Stream.concat(Stream.of(run), later.stream())
                    .forEach(entry -> all.addAll(0, entry.view().judgements()));
            return all.stream().filter(judgement -> isOf(judgement, standard)).findFirst();
        }
    }

    /** A standard whose numbers were corrected since is another one. */
    private static boolean isOf(JsonNode judgement, CalibrationProfile standard) {
        JsonNode profile = judgement.path("profile");
        boolean isNamed = profile.path("id").asText().equals(standard.id())
                && profile.path("edition").asText().equals(standard.edition());
        return isNamed && judged(judgement).stream().allMatch(row -> isLimitOf(standard, row));
    }

    private static boolean isLimitOf(CalibrationProfile standard, Judged row) {
        return standard.limits().stream().anyMatch(limit -> isSame(limit, row));
    }

    private static boolean isSame(ProfileLimit limit, Judged row) {
        String sign = RunFindings.operator(limit.operator().sign());
        return limit.quantity() == row.limit().quantity()
                && sign.equals(row.limit().operator())
                && Double.compare(limit.limit(), row.limit().bound()) == 0;
    }
}
