package org.candela.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The drills that were run here. Any thread; blocks on the disk. */
// [impl->req~drill.kept~1]
public final class DrillLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final AuditLog auditLog;

    public DrillLog(Database database, AuditLog auditLog) {
        this.database = database;
        this.auditLog = auditLog;
    }

    /** Keeps a drill that {@code reader} ran; audited. */
    public void keep(DrillRecord drill, String reader) throws StoreException {
        database.change(tx -> {
            DrillRepository.insert(tx, drill, reader, json(drill.steps()));
            auditLog.append(
                    tx,
                    new AuditEvent(
                            drill.at(),
                            reader,
                            AuditAction.READINESS_ENTERED,
                            "drill",
                            Map.of("mark", drill.mark().name())));
        });
    }

    /** The newest; empty when none was run yet. */
    public Optional<DrillRecord> last() throws StoreException {
        return database.read(tx -> DrillRepository.last(tx, DrillLog::steps));
    }

    private static String json(List<DrillStep> steps) {
        ArrayNode array = JSON.createArrayNode();
        for (DrillStep step : steps) {
            ArrayNode lost = array.addObject()
                    .put("name", step.name())
                    .put("found", step.found())
                    .put("recoveryMillis", step.recovery().toMillis())
                    .putArray("lost");
            step.lost().forEach(lost::add);
        }
        return array.toString();
    }

    private static List<DrillStep> steps(String json) throws StoreException {
        try {
            List<DrillStep> steps = new ArrayList<>();
            for (JsonNode step : JSON.readTree(json)) {
                List<String> lost = new ArrayList<>();
                step.path("lost").forEach(each -> lost.add(each.asText()));
                steps.add(new DrillStep(
                        step.path("name").asText(),
                        step.path("found").asText(),
                        lost,
                        Duration.ofMillis(step.path("recoveryMillis").asLong())));
            }
            return steps;
        } catch (JsonProcessingException e) {
            throw new StoreException("drill.unreadable", "a kept drill cannot be read", e);
        }
    }
}
