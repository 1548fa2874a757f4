package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualQuestion;
import org.candela.calibration.pattern.VisualResult;

/** A visual test as JSON: what was shown, and each question with its answer; what has none was skipped. */
final class VisualJson {
    private VisualJson() {}

    static ObjectNode of(VisualResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "visual")
                .put("test", result.test().id())
                .put("version", result.test().version())
                .put("outcome", result.outcome().name())
                .put("match", result.match().name());
        result.test().method().ifPresent(method -> json.putObject("method")
                .put("code", method.value())
                .put("meaning", method.meaning()));
        json.set("pattern", pattern(result.shown()));
        json.putObject("conditions")
                .put("observer", result.conditions().observer())
                .put("viewingDistanceMm", result.conditions().viewingDistanceMm())
                .put("room", result.conditions().room());
        ArrayNode answers = json.putArray("answers");
        result.test().questions().forEach(question -> answers.add(answer(question, result)));
        return json;
    }

    private static ObjectNode pattern(VisualResult.Shown shown) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("title", shown.facts().title())
                .put("version", shown.facts().version())
                .put("synthetic", shown.facts().isSynthetic())
                .put("reference", shown.facts().reference())
                .put("widthPixels", shown.request().size().width())
                .put("heightPixels", shown.request().size().height())
                .put("seed", shown.request().seed())
                .put("statement", shown.statement());
        shown.facts().code().ifPresent(code -> json.put("code", code.value()).put("codeMeaning", code.meaning()));
        return json;
    }

    private static ObjectNode answer(VisualQuestion question, VisualResult result) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("question", question.id())
                .put("text", question.text())
                .put("passRule", question.passRule());
        VisualAnswer given = result.answers().stream()
                .filter(answer -> answer.questionId().equals(question.id()))
                .findFirst()
                .orElseGet(() -> VisualAnswer.of(question, VisualAnswer.Outcome.SKIP, ""));
        json.put("outcome", given.outcome().name()).put("comment", given.comment());
        given.score(question).ifPresent(score -> json.put("right", score.right())
                .put("trials", score.trials())
                .put("alternatives", score.alternatives()));
        return json;
    }
}
