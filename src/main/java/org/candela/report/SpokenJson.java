package org.candela.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was spoken of a draft, as stored with it. */
final class SpokenJson {
    private SpokenJson() {}

    static void write(Spoken spoken, ObjectNode json) {
        ArrayNode words = json.putArray("dictated");
        spoken.words().forEach(word -> write(word, words.addObject()));
        ArrayNode awaited = json.putArray("awaited");
        for (AwaitedWords place : spoken.awaited()) {
            awaited.addObject()
                    .put("utterance", place.utterance().toString())
                    .put("field", place.fieldId())
                    .put("from", place.from())
                    .put("to", place.to());
        }
        ArrayNode heard = json.putArray("heard");
        spoken.heard().forEach(utterance -> heard.add(utterance.toString()));
    }

    private static void write(DictatedWord word, ObjectNode json) {
        json.put("field", word.fieldId())
                .put("from", word.span().from())
                .put("to", word.span().to())
                .put("word", word.word())
                .put("confidence", word.confidence())
                .put("seen", word.isSeen())
                .put("utterance", word.source().utterance().toString())
                .put("fromMillis", word.source().from().toMillis())
                .put("toMillis", word.source().to().toMillis());
    }

    /** Nothing for drafts of before speech. */
    static Spoken read(JsonNode json) {
        List<DictatedWord> words = new ArrayList<>();
        json.path("dictated").forEach(one -> words.add(word(one)));
        List<AwaitedWords> awaited = new ArrayList<>();
        for (JsonNode one : json.path("awaited")) {
            TextSpan span = span(one);
            awaited.add(new AwaitedWords(
                    uuid(one.path("utterance")), one.path("field").asText(), span.from(), span.to()));
        }
        List<UUID> heard = new ArrayList<>();
        json.path("heard").forEach(one -> heard.add(uuid(one)));
        return new Spoken(words, awaited, heard);
    }

    private static DictatedWord word(JsonNode json) {
        return new DictatedWord(
                json.path("field").asText(),
                span(json),
                json.path("word").asText(),
                json.path("confidence").asDouble(),
                json.path("seen").asBoolean(),
                new DictatedWord.Source(
                        uuid(json.path("utterance")),
                        Duration.ofMillis(json.path("fromMillis").asLong()),
                        Duration.ofMillis(json.path("toMillis").asLong())));
    }

    private static UUID uuid(JsonNode json) {
        return UUID.fromString(json.asText());
    }

    static TextSpan span(JsonNode json) {
        int from = Math.max(0, json.path("from").asInt());
        return new TextSpan(from, Math.max(from, json.path("to").asInt()));
    }
}
