package org.candela.displayqa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/** The report of one QA run as a sealed JSON file, and its verification. */
public final class QaReport {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private QaReport() {}

    /** What a check of a report found. */
    public enum Check {
        /** Every byte that means something is as it was signed. */
        UNCHANGED,
        /** Something was changed after signing. */
        CHANGED,
        /** No QA report of Candela. */
        NOT_A_REPORT
    }

    /**
     * A check and the key that signed.
     *
     * @param keyFingerprint to be compared with the one the workstation's owner gave; empty when there is none
     */
    public record Verification(Check check, String keyFingerprint) {}

    /** Writes the record, sealed, and returns the hash printed beside it. */
    // [impl->req~displayqa.report-sealed~1]
    public static String write(QaRecord record, KeyPair keys, Path target) throws IOException {
        ObjectNode sealed = Seal.seal(RecordJson.of(record), keys);
        Files.writeString(target, RecordJson.canonical(sealed) + "\n");
        return sealed.path("seal").path("sha256").asText();
    }

    /** Checks a report file. Anything that is not exactly the text that was written counts as changed. */
    public static Verification verify(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return new Verification(text.contains("\"seal\"") ? Check.CHANGED : Check.NOT_A_REPORT, "");
        }
        if (!(json instanceof ObjectNode report) || !report.has("seal")) {
            return new Verification(Check.NOT_A_REPORT, "");
        }
        boolean isVerbatim = text.equals(RecordJson.canonical(report) + "\n");
        Check check = isVerbatim && Seal.holds(report) ? Check.UNCHANGED : Check.CHANGED;
        return new Verification(check, Seal.fingerprint(report));
    }
}
