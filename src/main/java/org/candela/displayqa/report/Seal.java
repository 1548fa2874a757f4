package org.candela.displayqa.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Sha256;

/**
 * Where a report file holds SHA-256 and Ed25519 signature over every other byte, and the digests of its fields.
 *
 * <p>The hash alone shows damage and careless edits; whoever edits on purpose can compute it anew. The signature shows
 * that too: it proves that the holder of a key wrote the file. Whose key that is a reader learns only by comparing its
 * fingerprint with one that the workstation's owner gave by another way. The digests, which the signature covers, tell
 * which field is not as it was. The seal has one spelling, so no byte of the file is free to change.
 */
// [impl->req~displayqa.report-sealed~1]
// [impl->req~displayqa.report-first-change~1]
enum Seal {
    /** Last member of a JSON object; the sealed text ends before its comma. */
    JSON(
            ",\"seal\":{\"algorithm\":\"Ed25519\",\"publicKey\":\"%s\",\"sha256\":\"%s\",\"fields\":\"%s\","
                    + "\"signature\":\"%s\"}}\n",
            "/seal"),
    /** Last rows of a CSV file. */
    CSV(
            CsvText.sealRow("algorithm", "Ed25519")
                    + CsvText.sealRow("publicKey", "%s")
                    + CsvText.sealRow("sha256", "%s")
                    + CsvText.sealRow("fields", "%s")
                    + CsvText.sealRow("signature", "%s"),
            "section seal"),
    /** A comment of a PDF in front of where its last part is told, so that nothing follows the end-of-file mark. */
    PDF("%%CandelaSeal 2 Ed25519 publicKey=%s sha256=%s fields=%s signature=%s\n", "the seal"),
    /** Value of the last element of a DICOM file; of even length. */
    DICOM("CandelaSeal 2 Ed25519 publicKey=%s sha256=%s fields=%s signature=%s ", "element (0077,1010), the seal");

    private static final String SIGNED = "candela display QA report 2 ";
    private static final String PDF_TAIL = "startxref\n";

    private final String template;
    private final String name;
    private final Pattern form;

    Seal(String template, String name) {
        this.template = template;
        this.name = name;
        String[] parts = template.replace("%%", "%").split("%s", -1);
        this.form = Pattern.compile(Pattern.quote(parts[0]) + "([0-9a-f]{64})" + Pattern.quote(parts[1])
                + "([0-9a-f]{64})" + Pattern.quote(parts[2]) + "([0-9a-f]*+)" + Pattern.quote(parts[3])
                + "([0-9a-f]{128})" + Pattern.quote(parts[4]));
    }

    /** What a seal states. */
    record Stated(PublicKeyHex key, String sha256, String fields, String signature) {}

    /** A file taken apart: what is sealed, and what its seal states. */
    record Opened(byte[] content, Stated stated) {}

    /** The file: {@code content} and its seal. */
    byte[] close(byte[] content, FieldList fields, SigningKey key) {
        String sha256 = Sha256.hex(content);
        String digests = fields.digests();
        byte[] seal = String.format(
                        template, key.publicKey().digits(), sha256, digests, key.sign(message(sha256, digests)))
                .getBytes(StandardCharsets.US_ASCII);
        int at = place(content);
        byte[] file = new byte[content.length + seal.length];
        System.arraycopy(content, 0, file, 0, at);
        System.arraycopy(seal, 0, file, at, seal.length);
        System.arraycopy(content, at, file, at + seal.length, content.length - at);
        return file;
    }

    /** How long a seal is with so many digits of fields. */
    int length(int digits) {
        String zeros = "0".repeat(64);
        return String.format(template, zeros, zeros, "0".repeat(digits), zeros + zeros)
                .length();
    }

    /** Whether a file holds something that begins like this seal. */
    boolean isIn(byte[] file) {
        return start(text(file)) >= 0;
    }

    /** Takes a file apart; empty when it holds no seal of the only spelling there is. */
    Optional<Opened> open(byte[] file) {
        String text = text(file);
        int start = start(text);
        if (start < 0) {
            return Optional.empty();
        }
        Matcher seal = form.matcher(text).region(start, text.length());
        if (!seal.lookingAt() || !endsWell(text, seal.end())) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(file, start + file.length - seal.end());
        System.arraycopy(file, seal.end(), content, start, file.length - seal.end());
        return Optional.of(new Opened(
                content, new Stated(new PublicKeyHex(seal.group(1)), seal.group(2), seal.group(3), seal.group(4))));
    }

    /** Checks a file that should hold this seal. */
    Verification check(byte[] file, Function<byte[], FieldList> reader) {
        Optional<Opened> opened = open(file);
        if (opened.isEmpty()) {
            return Verification.changed("", isIn(file) ? name : "the end of the file: its seal is missing");
        }
        Opened found = opened.orElseThrow();
        FieldList fields = reader.apply(found.content());
        return check(found, fields);
    }

    private Verification check(Opened found, FieldList fields) {
        Stated stated = found.stated();
        String key = stated.key().fingerprint();
        String sha256 = Sha256.hex(found.content());
        String digests = fields.digests();
        boolean isSigned = stated.key().verifies(message(stated.sha256(), stated.fields()), stated.signature());
        if (isSigned) {
            return sha256.equals(stated.sha256())
                    ? Verification.unchanged(key)
                    : Verification.changed(key, contentChange(fields, stated));
        }
        if (stated.key().verifies(message(sha256, digests), stated.signature())) {
            boolean isHash = !sha256.equals(stated.sha256());
            return Verification.changed(key, name + (isHash ? ", sha256" : ", fields"));
        }
        return sha256.equals(stated.sha256()) && digests.equals(stated.fields())
                ? Verification.changed(key, name + ", publicKey or signature")
                : Verification.changed(key, contentChange(fields, stated) + " (and the seal itself does not hold)");
    }

    private static String contentChange(FieldList fields, Stated stated) {
        return fields.firstChange(stated.fields())
                .orElse("the spelling alone: every field still has its value, but not every byte is as it was");
    }

    private String message(String sha256, String fields) {
        return SIGNED + name() + " " + sha256 + " " + Sha256.hex(fields);
    }

    private int place(byte[] content) {
        return this == PDF ? text(content).lastIndexOf(PDF_TAIL) : content.length;
    }

    private int start(String text) {
        String beginning = template.replace("%%", "%");
        return text.lastIndexOf(beginning.substring(0, beginning.indexOf("%s", 1)));
    }

    private boolean endsWell(String text, int end) {
        return this == PDF ? text.startsWith(PDF_TAIL, end) : end == text.length();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
