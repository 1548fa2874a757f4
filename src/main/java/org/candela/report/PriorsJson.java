package org.candela.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;
import org.candela.report.ReportedPrior.Whereabouts;

/** Earlier examinations as they are stored with a draft or a signed version. What says nothing of them has none. */
final class PriorsJson {
    private PriorsJson() {}

    static void write(ReportedPriors priors, ObjectNode study) {
        ArrayNode known = study.putArray("priors");
        for (ReportedPrior prior : priors.known()) {
            known.addObject()
                    .put("study", prior.study().value())
                    .put("date", prior.date().toString())
                    .put("examination", prior.examination())
                    .put("facility", prior.facility())
                    .put("whereabouts", prior.whereabouts().name());
        }
        ArrayNode silent = study.putArray("silent");
        priors.silent().forEach(silent::add);
    }

    static ReportedPriors read(JsonNode study) {
        List<ReportedPrior> known = new ArrayList<>();
        for (JsonNode prior : study.path("priors")) {
            known.add(new ReportedPrior(
                    new Uid(prior.path("study").asText()),
                    LocalDate.parse(prior.path("date").asText()),
                    prior.path("examination").asText(),
                    prior.path("facility").asText(),
                    Whereabouts.valueOf(prior.path("whereabouts").asText())));
        }
        List<String> silent = new ArrayList<>();
        study.path("silent").forEach(each -> silent.add(each.asText()));
        return new ReportedPriors(known, silent);
    }
}
