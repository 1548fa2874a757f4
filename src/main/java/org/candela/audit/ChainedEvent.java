package org.candela.audit;

import java.util.List;
import org.candela.base.Sha256;

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
        return Sha256.hex(canonical.toString());
    }

    private static void appendPart(StringBuilder canonical, String text) {
        canonical.append(text.length()).append(':').append(text).append(';');
    }
}
