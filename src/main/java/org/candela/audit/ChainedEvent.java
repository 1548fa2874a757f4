package org.candela.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A row of the chain as stored: texts exactly as they were hashed. */
record ChainedEvent(long sequence, List<String> texts, String previousHash) {
    /** What the first row has as its predecessor's hash. */
    static final String START = "0".repeat(64);

    /**
     * SHA-256, lower-case hex, of previous hash, sequence and each text, every part as {@code length:text;}, so that no two
     * rows have the same form.
     */
    String hash() {
        StringBuilder canonical = new StringBuilder();
        appendPart(canonical, previousHash);
        appendPart(canonical, Long.toString(sequence));
        texts.forEach(text -> appendPart(canonical, text));
        return sha256(canonical.toString());
    }

    private static void appendPart(StringBuilder canonical, String text) {
        canonical.append(text.length()).append(':').append(text).append(';');
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
