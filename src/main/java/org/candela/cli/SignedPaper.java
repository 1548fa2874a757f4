package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.Verification;

/**
 * A kind of signed paper, whose files are checked.
 *
 * @param name as {@code "readiness card"}
 * @param code of the failure where a file is too large to be one
 */
record SignedPaper(String name, String code, Check check) {
    private static final long LARGEST = 16L << 20;

    /** What a file is. */
    interface Check {
        Verification of(byte[] bytes) throws CandelaException;
    }

    /**
     * Tells whether a file is as it was signed.
     *
     * @param isExpected whether a key of this fingerprint should have signed it
     * @return 0 when it is, 1 when it was changed or another key signed it, 2 when it is no such paper
     */
    int verify(Path file, Predicate<String> isExpected, Output output) throws IOException, CandelaException {
        if (Files.size(file) > LARGEST) {
            throw new CandelaException(code, file + " is larger than any " + name);
        }
        Verification found = check.of(Files.readAllBytes(file));
        boolean isOurs = isExpected.test(found.keyFingerprint());
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("check", found.check().name())
                        .put("key", found.keyFingerprint())
                        .put("isKeyExpected", isOurs)
                        .put("firstChange", found.firstChange()),
                file + ": " + words(found, isOurs));
        if (found.check() == QaReport.Check.NOT_A_REPORT) {
            return Candela.BAD_INPUT;
        }
        return found.check() == QaReport.Check.UNCHANGED && isOurs ? 0 : Candela.NO;
    }

    private String words(Verification found, boolean isOurs) {
        return switch (found.check()) {
            case NOT_A_REPORT -> "no " + name + " of Candela";
            case CHANGED -> "CHANGED after it was signed; first: " + found.firstChange();
            case UNCHANGED ->
                (isOurs ? "unchanged since it was signed with key " : "signed with ANOTHER KEY, ")
                        + found.keyFingerprint();
        };
    }
}
