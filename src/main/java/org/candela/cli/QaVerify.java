package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.candela.base.AppPaths;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.displayqa.report.QaReport.Verification;
import org.candela.displayqa.report.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code candela qa verify FILE}: whether a report is as it was signed, and by the key that is expected.
 *
 * <p>Expected is the key given by {@code --key}, else this workstation's own. Where there is neither, the fingerprint is
 * printed for comparing by eye. Exit 0 when all holds, 1 when something was changed or another key signed, 2 when the
 * file is no report.
 */
// [impl->req~cli.qa~1]
@Command(
        name = "verify",
        description = "Checks a QA report, PDF or JSON: any changed byte shows.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaVerify implements Callable<Integer> {
    private final Supplier<AppPaths> paths;

    @Parameters(paramLabel = "FILE", description = "A report, PDF or JSON.")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description = "Key that must have signed, as its workstation prints it; without it this workstation's own.")
    private @Nullable String key;

    @Mixin
    private Output output;

    QaVerify(Supplier<AppPaths> paths) {
        this.paths = paths;
    }

    @Override
    public Integer call() throws Exception {
        Verification found = QaReport.verify(file);
        Optional<String> expected = expectedKey();
        boolean isExpectedKey = expected.isEmpty() || expected.get().equals(found.keyFingerprint());
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("check", found.check().name())
                        .put("key", found.keyFingerprint())
                        .put("keyExpected", expected.orElse(""))
                        .put("isKeyExpected", expected.isPresent() && isExpectedKey),
                text(found, expected));
        if (found.check() == Check.NOT_A_REPORT) {
            return Candela.BAD_INPUT;
        }
        return found.check() == Check.UNCHANGED && isExpectedKey ? 0 : Candela.NO;
    }

    private Optional<String> expectedKey() throws Exception {
        if (key != null) {
            return Optional.of(key);
        }
        Path own = paths.get().signingKey();
        return Files.exists(own) ? Optional.of(SigningKey.loadOrCreate(own).fingerprint()) : Optional.empty();
    }

    private String text(Verification found, Optional<String> expected) {
        return switch (found.check()) {
            case NOT_A_REPORT -> file + ": no display QA report of Candela";
            case CHANGED -> file + ": CHANGED after it was signed";
            case UNCHANGED -> file + ": " + signer(found.keyFingerprint(), expected);
        };
    }

    private static String signer(String fingerprint, Optional<String> expected) {
        if (expected.isEmpty()) {
            return "unchanged since it was signed with key " + fingerprint
                    + "; compare that with the key its workstation stated";
        }
        return expected.get().equals(fingerprint)
                ? "unchanged since it was signed with the expected key " + fingerprint
                : "signed with ANOTHER KEY, " + fingerprint + ", not with " + expected.get();
    }
}
