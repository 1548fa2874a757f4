package org.candela.displayqa.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Sha256;

/**
 * The end of a report file of version 1, which is checked and no longer written: SHA-256 and Ed25519 signature over every byte before it.
 *
 * <p>The hash alone shows damage and careless edits; whoever edits on purpose can compute it anew. The signature shows
 * that too: it proves that the holder of a key wrote the file. Whose key that is a reader learns only by comparing its
 * fingerprint with one that the workstation's owner gave by another way. The seal has one spelling and a fixed length,
 * so no byte of the file is free to change.
 */
// [impl->req~displayqa.report-sealed~1]
enum FirstSeal {
    /** Last member of a JSON object; the sealed text ends before its comma. */
    JSON(",\"seal\":{\"algorithm\":\"Ed25519\",\"publicKey\":\"%s\",\"sha256\":\"%s\",\"signature\":\"%s\"}}\n"),
    /** A comment behind the end of a PDF, which viewers pass over. */
    PDF("%%%%CandelaSeal Ed25519 publicKey=%s sha256=%s signature=%s\n");

    private static final String SIGNED = "candela display QA report 1 ";

    private final String template;
    private final Pattern form;
    private final int length;

    FirstSeal(String template) {
        this.template = template;
        String zeros = "0".repeat(64);
        this.length = fill(zeros, zeros, zeros + zeros).length();
        String[] parts = template.replace("%%", "%").split("%s");
        this.form = Pattern.compile(Pattern.quote(parts[0]) + "([0-9a-f]{64})" + Pattern.quote(parts[1])
                + "([0-9a-f]{64})" + Pattern.quote(parts[2]) + "([0-9a-f]{128})" + Pattern.quote(parts[3]));
    }

    /** Checks a file that should end with this seal. */
    Verification check(byte[] file) {
        int start = Math.max(0, file.length - length);
        Matcher seal = form.matcher(new String(file, start, file.length - start, StandardCharsets.ISO_8859_1));
        if (!seal.matches()) {
            return Verification.changed("", "the seal at the end of the file");
        }
        String sha256 = Sha256.hex(Arrays.copyOf(file, start));
        PublicKeyHex key = new PublicKeyHex(seal.group(1));
        boolean holds = seal.group(2).equals(sha256) && key.verifies(message(sha256), seal.group(3));
        return holds
                ? Verification.unchanged(key.fingerprint())
                : Verification.changed(key.fingerprint(), "some byte; version 1 cannot tell which field");
    }

    private String message(String sha256) {
        return SIGNED + name() + " " + sha256;
    }

    private String fill(String publicKey, String sha256, String signature) {
        return String.format(template, publicKey, sha256, signature);
    }
}
