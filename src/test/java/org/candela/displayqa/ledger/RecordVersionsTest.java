package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class RecordVersionsTest {
    /** As the first version wrote it, shortened. */
    private static final String FIRST =
            "{\"kind\":\"CALIBRATION\",\"at\":\"2026-11-24T01:30:00Z\",\"operator\":\"reader\","
                    + "\"simulated\":true,\"target\":{\"minimumCdPerM2\":1.0,\"maximumCdPerM2\":350.0},"
                    + "\"prediction\":{\"distinctLevels\":256,\"kappaDelta\":0.02},\"lutSha256\":\"aa\",\"rampSha256\":\"bb\","
                    + "\"before\":{\"kappaDelta\":0.5,\"levels\":[]},\"response\":{\"kappaDelta\":0.03,\"levels\":[]},"
                    + "\"profile\":{\"id\":\"acr\",\"title\":\"ACR\"},\"verdicts\":[{\"quantity\":\"MAXIMUM_LUMINANCE\","
                    + "\"operator\":\">=\",\"limit\":350.0,\"unit\":\"cd/m2\",\"value\":351.0,\"result\":\"PASS\"}],"
                    + "\"overall\":\"PASS\",\"readings\":[]}";

    // [utest->req~displayqa.record-versions~1]
    @Test
    void aRecordOfTheFirstVersionIsReadLikeAnother() {
        RecordView view = RecordView.of(RecordJson.parse(FIRST));

        assertEquals(
                350,
                view.calibration()
                        .orElseThrow()
                        .path("target")
                        .path("maximumCdPerM2")
                        .asDouble());
        assertEquals(0.03, view.response().orElseThrow().path("kappaDelta").asDouble());
        assertEquals(0.5, view.before().orElseThrow().path("kappaDelta").asDouble());
        JsonNode judgement = view.judgements().get(0);
        assertEquals("acr", judgement.path("profile").path("id").asText());
        assertEquals("PASS", judgement.path("overall").asText());
        assertEquals(1, judgement.path("verdicts").size());
        assertTrue(view.field().isEmpty());
    }

    // [utest->req~displayqa.record-versions~1]
    @Test
    void whatIsReadOfItLeavesItsTextAlone() {
        JsonNode tree = RecordJson.parse(FIRST);

        RecordView.of(tree);

        assertEquals(FIRST, RecordJson.canonical(tree));
    }
}
