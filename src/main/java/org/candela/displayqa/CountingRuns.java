package org.candela.displayqa;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RunFindings.Judged;
import org.candela.displayqa.ledger.RunVerdict;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.store.StoreException;

/**
 * The runs on a display that count now, judged by one standard. A later calibration makes good for a failed check, but not
 * for a screen that is uneven or was seen to be bad: these only a later look at the same makes good.
 *
 * @param conformance the last that proved the response
 * @param ends the last that measured white and black, maybe the same
 * @param even the last that measured even fields; empty where none did
 * @param looked those whose patterns count: the last visual test and a later pre-shift check
 * @param last the last of any kind
 */
record CountingRuns(
        CalibrationProfile standard,
        RunVerdict conformance,
        RunVerdict ends,
        Optional<RunVerdict> even,
        List<StoredRun> looked,
        RunVerdict last) {
    private static final Set<QaKind> RESPONSE =
            EnumSet.of(QaKind.CALIBRATION, QaKind.ACCEPTANCE, QaKind.CONSTANCY, QaKind.AFTER_SERVICE);
    private static final List<Quantity> EVENNESS = List.of(
            Quantity.NON_UNIFORMITY,
            Quantity.MEDIAN_DEVIATION,
            Quantity.CENTRE_DEVIATION,
            Quantity.WHITE_COLOUR_WITHIN);
    private static final List<Quantity> ALL = List.of(Quantity.values());

    static CountingRuns of(QaLedger ledger, ScreenId display, CalibrationProfile standard) throws StoreException {
        StoredRun conformance = ledger.latestConformance(display).orElseThrow();
        EnumSet<QaKind> withEnds = EnumSet.copyOf(RESPONSE);
        withEnds.add(QaKind.QUICK_CHECK);
        Optional<StoredRun> even = later(
                ledger.latest(display, QaKind.UNIFORMITY),
                ledger.latestWith(display, EnumSet.of(QaKind.ACCEPTANCE, QaKind.AFTER_SERVICE), "field"));
        return new CountingRuns(
                standard,
                ledger.verdict(conformance, standard),
                ledger.verdict(ledger.latest(display, withEnds).orElse(conformance), standard),
                even.isEmpty() ? Optional.empty() : Optional.of(ledger.verdict(even.orElseThrow(), standard)),
                looked(ledger, display),
                ledger.verdict(ledger.latest(display).orElse(conformance), standard));
    }

    /** A pre-shift check has one pattern: what a whole visual test found it does not make good. */
    private static List<StoredRun> looked(QaLedger ledger, ScreenId display) throws StoreException {
        Optional<StoredRun> visual = ledger.latest(display, QaKind.VISUAL);
        Optional<StoredRun> preShift = ledger.latestWith(display, EnumSet.of(QaKind.QUICK_CHECK), "visual")
                .filter(check -> visual.isEmpty()
                        || check.sequence() > visual.orElseThrow().sequence());
        return Stream.of(visual, preShift).flatMap(Optional::stream).toList();
    }

    private static Optional<StoredRun> later(Optional<StoredRun> one, Optional<StoredRun> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparingLong(StoredRun::sequence));
    }

    /** Why the display must not be read from, in one sentence; empty when nothing failed. */
    Optional<String> failure() {
        return measuredFailure(conformance, ALL)
                .or(() -> measuredFailure(ends, ALL))
                .or(() -> even.flatMap(fields -> measuredFailure(fields, EVENNESS)))
                .or(() -> measuredFailure(last, List.of()))
                .or(this::seenFailure);
    }

    private Optional<String> measuredFailure(RunVerdict verdict, List<Quantity> quantities) {
        String run = name(verdict.run());
        return verdict.isRampReplaced()
                ? Optional.of(run + " failed: the graphics LUT had been replaced.")
                : verdict.first(Assessment.FAIL, quantities).map(row -> run + " failed: " + missed(row));
    }

    private Optional<String> seenFailure() {
        return looked.stream()
                .filter(CountingRuns::wasSeenToFail)
                .findFirst()
                .map(run -> name(run) + " failed: a pattern was not seen as it must be.");
    }

    /** Of a pre-shift check the figures count elsewhere; what was seen through a replaced graphics LUT proves nothing. */
    private static boolean wasSeenToFail(StoredRun run) {
        return run.kind() == QaKind.VISUAL ? run.overall() == Assessment.FAIL : run.wasSeenToFail();
    }

    /** {@code "L'max, cd/m² 310.0, limit ≥ 350.0 (title; edition)."} */
    private String missed(Judged row) {
        Quantity quantity = row.limit().quantity();
        return QuantityText.label(quantity) + " " + QuantityText.value(quantity, row.value()) + ", limit "
                + row.limit().operator() + " "
                + QuantityText.value(quantity, row.limit().bound()) + " (" + standard.title() + "; "
                + standard.edition() + ").";
    }

    /** What of the last conformance run or of the ends could not be judged, to be put behind a sentence. */
    Optional<String> gap() {
        boolean areEndsJudged = !ends.judged().isEmpty();
        boolean isWhole = conformance.overall() == Assessment.PASS
                && !(areEndsJudged && ends.overall() == Assessment.NOT_ASSESSED);
        return isWhole
                ? Optional.empty()
                : Optional.of(conformance
                        .first(Assessment.NOT_ASSESSED, ALL)
                        .or(() -> ends.first(Assessment.NOT_ASSESSED, ALL))
                        .map(row -> ": " + QuantityText.label(row.limit().quantity())
                                + (row.why().isEmpty() ? "" : ", " + row.why()))
                        .orElse(""));
    }

    boolean isSimulated() {
        return Stream.concat(
                        Stream.concat(Stream.of(conformance, ends, last), even.stream())
                                .map(RunVerdict::run),
                        looked.stream())
                .anyMatch(StoredRun::isSimulated);
    }

    /** {@code "Constancy test of 2026-11-24"}. */
    static String name(StoredRun run) {
        return run.kind().title() + " of " + LocalDate.ofInstant(run.at(), ZoneOffset.UTC);
    }
}
