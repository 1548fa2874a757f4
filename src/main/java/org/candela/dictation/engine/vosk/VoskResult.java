package org.candela.dictation.engine.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;

/**
 * What Vosk answers: {@code {"result": [{"conf": 0.98, "start": 0.36, "end": 0.75, "word": "lungs"}], "text": "lungs"}}, or with
 * {@code partial_result} while somebody speaks.
 */
final class VoskResult {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VoskResult() {}

    static List<SpokenWord> words(String json) throws SpeechException {
        try {
            JsonNode answer = MAPPER.readTree(json);
            JsonNode each = answer.has("result") ? answer.get("result") : answer.path("partial_result");
            List<SpokenWord> words = new ArrayList<>();
            for (JsonNode word : each) {
                words.add(word(word));
            }
            return words;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SpeechException("speech.vosk-failed", "Vosk answered what is no result", e);
        }
    }

    private static SpokenWord word(JsonNode word) {
        double start = Math.max(0, word.path("start").asDouble());
        double end = Math.max(start, word.path("end").asDouble());
        double confidence = Math.max(0, Math.min(1, word.path("conf").asDouble(0.5)));
        return new SpokenWord(word.path("word").asText(), confidence, seconds(start), seconds(end));
    }

    private static Duration seconds(double time) {
        return Duration.ofMillis(Math.round(time * 1000));
    }
}
