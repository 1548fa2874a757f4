package org.candela.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code amendment_draft}. */
final class AmendmentRepository {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AmendmentRepository() {}

    /** In place of what was kept before; nothing is no row. */
    static void save(Tx tx, PendingAmendment pending, Instant at) throws StoreException {
        if (pending.isNothing()) {
            drop(tx, pending.report());
            return;
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("meaning", pending.meaning().name())
                .put("text", pending.amendment().text())
                .put("told", pending.amendment().told());
        ObjectNode texts = json.putObject("texts");
        new TreeMap<>(pending.texts()).forEach(texts::put);
        tx.update(
                "INSERT OR REPLACE INTO amendment_draft (report_id, follows, content, saved_at) VALUES (?, ?, ?, ?)",
                pending.report().value(),
                pending.follows(),
                json.toString(),
                at);
    }

    static Optional<PendingAmendment> of(Tx tx, ReportId report) throws StoreException {
        return tx.one(
                "SELECT follows, content FROM amendment_draft WHERE report_id = ?",
                row -> pending(report, row),
                report.value());
    }

    /** Studies of which an amendment is begun and not signed. */
    static Map<Uid, FacilityId> studies(Tx tx) throws StoreException {
        Map<Uid, FacilityId> studies = new HashMap<>();
        tx.query(
                        "SELECT s.study_uid, s.facility FROM amendment_draft AS a JOIN signed_report AS s"
                                + " ON s.report_id = a.report_id AND s.version = 1",
                        row -> Map.entry(new Uid(row.string("study_uid")), new FacilityId(row.string("facility"))))
                .forEach(one -> studies.put(one.getKey(), one.getValue()));
        return studies;
    }

    static void drop(Tx tx, ReportId report) throws StoreException {
        tx.update("DELETE FROM amendment_draft WHERE report_id = ?", report.value());
    }

    private static PendingAmendment pending(ReportId report, Row row) throws StoreException {
        try {
            JsonNode json = MAPPER.readTree(row.string("content"));
            Map<String, String> texts = new TreeMap<>();
            json.path("texts")
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
            return new PendingAmendment(
                    report,
                    row.intValue("follows"),
                    SignatureMeaning.valueOf(json.path("meaning").asText()),
                    texts,
                    new Amendment(json.path("text").asText(), json.path("told").asText()));
        } catch (JsonProcessingException e) {
            // The parser's message quotes what it read, which may be report text.
            throw new StoreException("report.stored", "a stored amendment is not readable JSON");
        }
    }
}
