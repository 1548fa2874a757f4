package org.candela.displayqa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;

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
        Verdict.Result overall,
        boolean isSimulated,
        String record,
        String previousHash,
        String hash) {
    /** What the first run has as its predecessor's hash. */
    static final String START = "0".repeat(64);

    static String hash(String previousHash, String record) {
        return Sha256.hex(previousHash + "\n" + record);
    }

    /** The record as a JSON tree of its own. */
    public JsonNode recordTree() {
        return RecordJson.parse(record);
    }

    /** One line: number, kind, display, result and, where it was measured, κδ before and after. */
    public String summary() {
        JsonNode tree = recordTree();
        String response = tree.has("response") ? ", κδ " + percent(tree.path("response")) : "";
        String before = tree.has("before") ? " (before calibration " + percent(tree.path("before")) + ")" : "";
        return "run " + sequence + ", " + kind.title() + " of " + display + ": " + resultText() + response + before;
    }

    private static String percent(JsonNode response) {
        return ReportSummary.percent(response.path("kappaDelta"));
    }

    /** As lists and reports state the result; a simulated one is marked, whatever it is. */
    // [impl->req~displayqa.simulated~1]
    public String resultText() {
        String text = overall.name().replace('_', ' ');
        return isSimulated ? "SIMULATED " + text : text;
    }
}
