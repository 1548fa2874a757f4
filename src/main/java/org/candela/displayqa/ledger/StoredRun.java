package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.calibration.Assessment;
import org.candela.displayqa.measure.QaKind;

/**
 * A QA run as stored: who, when, what came of it, and its place in the chain.
 *
 * @param sequence 1, 2, … over all displays
 * @param record the canonical JSON text that the hash covers
 * @param previousHash hash of the run before; zeros for the first
 * @param hash SHA-256 of previous hash, line feed, record
 */
public record StoredRun(
        long sequence,
        ScreenId display,
        QaKind kind,
        Instant at,
        Assessment overall,
        boolean isSimulated,
        String record,
        String previousHash,
        String hash) {
    /** What the first run has as its predecessor's hash. */
    public static final String START = "0".repeat(64);

    /** Hash of a record in the chain: SHA-256 of the hash before, a line feed, the record. */
    public static String hash(String previousHash, String record) {
        return Sha256.hex(previousHash + "\n" + record);
    }

    /** The record as a JSON tree of its own. */
    public JsonNode recordTree() {
        return RecordJson.parse(record);
    }

    /** The parts of the record, whichever version wrote it. */
    public RecordView view() {
        return RecordView.of(recordTree());
    }

    /** Whether a pattern that it showed was not seen as it must be. */
    public boolean wasSeenToFail() {
        return view().findings("visual")
                .anyMatch(seen -> seen.path("outcome").asText().equals(Assessment.FAIL.name()));
    }

    /** Why a run did not come to its end, as {@code "Constancy test: device.gone: …"}; empty for one that did. */
    public Optional<String> abortedBecause() {
        JsonNode aborted = kind == QaKind.ABORTED ? recordTree().path("aborted") : MissingNode.getInstance();
        return aborted.isMissingNode()
                ? Optional.empty()
                : Optional.of(QaKind.valueOf(aborted.path("of").asText()).title() + ": "
                        + aborted.path("reason").asText());
    }

    /** One line: number, kind, display, result and, where it was measured, κδ before and after. */
    public String summary() {
        RecordView view = view();
        String response = view.response().map(after -> ", κδ " + percent(after)).orElse("");
        String before = view.before()
                .map(found -> " (before calibration " + percent(found) + ")")
                .orElse("");
        if (kind == QaKind.ABORTED) {
            return "run " + sequence + ", " + display + ": " + resultText() + ", "
                    + abortedBecause().orElse("no reason is told");
        }
        return "run " + sequence + ", " + kind.title() + " of " + display + ": " + resultText() + response + before;
    }

    private static String percent(JsonNode response) {
        return QuantityText.percent(response.path("kappaDelta").asDouble());
    }

    /** As lists and reports state the result; a simulated one is marked, whatever it is. */
    // [impl->req~displayqa.simulated~1]
    public String resultText() {
        String text = kind == QaKind.ABORTED ? "ABORTED" : overall.name().replace('_', ' ');
        return isSimulated ? "SIMULATED " + text : text;
    }
}
