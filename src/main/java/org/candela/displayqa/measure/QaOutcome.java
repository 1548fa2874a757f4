package org.candela.displayqa.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.Photometer;

/**
 * What a finished run found.
 *
 * @param photometer who measured
 * @param table what was measured through
 * @param findings in the order measured
 * @param readings every reading in order, rejects too
 */
public record QaOutcome(
        QaKind kind, Photometer.Identity photometer, TableSeen table, List<Finding> findings, List<Reading> readings) {
    public QaOutcome {
        findings = List.copyOf(findings);
        readings = List.copyOf(readings);
    }

    /**
     * The display table that patches went through.
     *
     * @param lutSha256 hash of its entries
     * @param isRampIntact whether the graphics LUT was the one the table was made with
     */
    public record TableSeen(String lutSha256, boolean isRampIntact) {}

    /** Findings of one kind, in the order measured. */
    public <F extends Finding> Stream<F> all(Class<F> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What was made; only a calibration has it. */
    public Optional<Calibration> calibration() {
        return all(Calibration.class).findFirst();
    }

    /** The response at 18 levels, or the first that was measured; empty where none was. */
    public Optional<LevelsSeen> response() {
        return all(LevelsSeen.class).findFirst();
    }

    /** Both ends of the scale, from the first levels measured or from the ends alone; empty where there are none. */
    public Optional<EndsSeen> ends() {
        return response()
                .map(LevelsSeen::response)
                .map(levels -> new EndsSeen(
                        new Luminance(levels.luminance(0)), new Luminance(levels.luminance(levels.steps()))))
                .or(() -> all(EndsSeen.class).findFirst());
    }

    /** The same outcome with what it means beside other runs. */
    public QaOutcome with(List<? extends Finding> more) {
        return new QaOutcome(
                kind,
                photometer,
                table,
                Stream.concat(findings.stream(), more.stream()).toList(),
                readings);
    }

    /** The same outcome with its readings as they were written down while it went on. */
    public QaOutcome withReadings(List<Reading> written) {
        return new QaOutcome(kind, photometer, table, findings, written);
    }
}
