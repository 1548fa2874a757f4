package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.ChainFinding.State;

/** What a report says of the chain: values by JSON pointer, whatever its form. */
// [impl->req~displayqa.report-chain~1]
record ChainClaim(Map<String, String> values) {
    private static final List<String> POINTERS = List.of(
            "/chain/sequence",
            "/chain/hash",
            "/judgement/entry",
            "/judgement/hash",
            "/chain/head/sequence",
            "/chain/head/hash",
            "/withdrawn/0/entry");
    private static final int NAME = CsvText.COLUMNS.indexOf("name");
    private static final int VALUE = CsvText.COLUMNS.indexOf("value");

    ChainClaim {
        values = Map.copyOf(values);
    }

    /** Of a report that was found unchanged. */
    static ChainClaim of(ReportFile file) {
        return switch (file.form()) {
            case JSON, FIRST_JSON -> ofJson(file.bytes());
            case PDF, FIRST_PDF ->
                PdfCheck.attachment(file.bytes()).map(ChainClaim::ofJson).orElse(new ChainClaim(Map.of()));
            case DICOM ->
                DicomFields.document(file.bytes()).map(ChainClaim::ofJson).orElse(new ChainClaim(Map.of()));
            case CSV -> ofCsv(file.bytes());
            case OTHER -> new ChainClaim(Map.of());
        };
    }

    ChainFinding against(QaLedger ledger) throws CandelaException {
        Optional<String> fault = ledger.firstFault();
        if (fault.isPresent()) {
            return new ChainFinding(State.NOT_HELD, "the ledger itself is broken: " + fault.orElseThrow());
        }
        for (String[] link : new String[][] {
            {"/chain/sequence", "/chain/hash", "run"},
            {"/judgement/entry", "/judgement/hash", "judgement"},
            {"/chain/head/sequence", "/chain/head/hash", "head of the chain"}
        }) {
            Optional<String> wrong = wrong(ledger, link);
            if (wrong.isPresent()) {
                return new ChainFinding(State.NOT_HELD, wrong.orElseThrow());
            }
        }
        return held(ledger, ledger.run(number("/chain/sequence")).orElseThrow());
    }

    private Optional<String> wrong(QaLedger ledger, String[] link) throws CandelaException {
        if (!values.containsKey(link[0])) {
            // Version 1 knew no later judgement and no head; the run itself every report must name.
            return link[2].equals("run") ? Optional.of("the report names no run of a chain") : Optional.empty();
        }
        Optional<StoredRun> entry = ledger.run(number(link[0]));
        if (entry.isEmpty()) {
            return Optional.of("the ledger has no entry " + values.get(link[0]) + ", the report's " + link[2]);
        }
        return entry.orElseThrow().hash().equals(values.get(link[1]))
                ? Optional.empty()
                : Optional.of("entry " + values.get(link[0]) + " of the ledger, the report's " + link[2]
                        + ", has another hash");
    }

    private ChainFinding held(QaLedger ledger, StoredRun run) throws CandelaException {
        Optional<StoredRun> withdrawal = ledger.about(run).stream()
                .filter(entry -> entry.kind() == QaKind.WITHDRAWAL)
                .findFirst();
        if (withdrawal.isPresent()) {
            String reason = withdrawal.orElseThrow().recordTree().path("reason").asText();
            return values.containsKey("/withdrawn/0/entry")
                    ? new ChainFinding(
                            State.HELD, "held by the chain; the run was WITHDRAWN, as the report says: " + reason)
                    : new ChainFinding(State.WITHDRAWN_SINCE, "the run was WITHDRAWN since: " + reason);
        }
        return new ChainFinding(State.HELD, "held by the chain as entry " + run.sequence());
    }

    private long number(String pointer) {
        try {
            return Long.parseLong(values.getOrDefault(pointer, "0"));
        } catch (NumberFormatException e) {
            return 0; // no entry has this number
        }
    }

    private static ChainClaim ofJson(byte[] json) {
        JsonNode tree = RecordJson.parse(new String(json, StandardCharsets.UTF_8));
        Map<String, String> values = new HashMap<>();
        for (String pointer : POINTERS) {
            if (!tree.at(pointer).isMissingNode()) {
                values.put(pointer, tree.at(pointer).asText());
            }
        }
        return new ChainClaim(values);
    }

    private static ChainClaim ofCsv(byte[] csv) {
        Map<String, String> values = new HashMap<>();
        for (List<String> row : CsvText.rows(new String(csv, StandardCharsets.UTF_8))) {
            if (row.size() > VALUE && POINTERS.contains(row.get(NAME))) {
                values.putIfAbsent(row.get(NAME), row.get(VALUE));
            }
        }
        return new ChainClaim(values);
    }
}
