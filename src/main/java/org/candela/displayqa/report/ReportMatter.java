package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.QaKind;
import org.candela.facility.Facility;

/**
 * What one report is about: a run, what one standard says of it, and what became of it.
 *
 * @param facility for whom; empty for nobody in particular
 * @param judgedIn the entry of the chain that holds the judgement: the run itself, or a later one
 * @param judgement {@code profile}, {@code verdicts}, {@code overall}, as that entry states it
 * @param later what was said of the run afterwards, oldest first
 * @param head the last entry of the chain
 */
record ReportMatter(
        Optional<Facility> facility,
        StoredRun run,
        StoredRun judgedIn,
        JsonNode judgement,
        List<StoredRun> later,
        StoredRun head) {
    ReportMatter {
        later = List.copyOf(later);
    }

    /**
     * What the ledger holds for a report. Where it has no judgement by the standard yet, one is made and chained, so that
     * the chain holds whatever a report says.
     *
     * @throws QaException {@code displayqa.no-run} when the entry is no run
     */
    // [impl->req~displayqa.report-for-facility~1]
    static ReportMatter of(QaLedger ledger, StoredRun run, ReportOrder order, Said by) throws CandelaException {
        if (!run.kind().isRun()) {
            throw new QaException(
                    "displayqa.no-run",
                    "entry " + run.sequence() + " is no run but a "
                            + run.kind().title().toLowerCase(Locale.ROOT)
                            + "; ask for a report of the run it is about, "
                            + run.recordTree().path("about").path("run").asText());
        }
        Optional<StoredRun> found = judged(run, ledger.about(run), order.profile());
        StoredRun judgedIn = found.isPresent()
                ? found.orElseThrow()
                : ledger.judge(
                        run,
                        CalibrationProfile.shipped(order.profile()),
                        by.clock().instant(),
                        by.actor());
        return new ReportMatter(
                order.facility(),
                run,
                judgedIn,
                judgement(judgedIn, order.profile()).orElseThrow(),
                ledger.about(run),
                ledger.head().orElseThrow());
    }

    /** Who takes the report out, and when it is. */
    record Said(String actor, Clock clock) {}

    private static Optional<StoredRun> judged(StoredRun run, List<StoredRun> later, String profile) {
        Stream<StoredRun> judgements = later.stream().filter(entry -> entry.kind() == QaKind.JUDGEMENT);
        return Stream.concat(Stream.of(run), judgements)
                .filter(entry -> judgement(entry, profile).isPresent())
                .findFirst();
    }

    private static Optional<JsonNode> judgement(StoredRun entry, String profile) {
        return entry.view().judgements().stream()
                .filter(judgement ->
                        judgement.path("profile").path("id").asText().equals(profile))
                .findFirst();
    }
}
