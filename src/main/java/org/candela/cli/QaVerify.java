package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.ChainFinding;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.displayqa.report.SigningKeys;
import org.candela.displayqa.report.Verification;
import org.candela.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code candela qa verify FILE}: whether a report is as it was signed, and by the key that is expected.
 *
 * <p>Expected is the key given by {@code --key}, else this workstation's own. Where there is neither, the fingerprint is
 * printed for comparing by eye. Of a changed report the first changed field is named. A report of this workstation is also
 * held against the chain of its ledger. Exit 0 when all holds, 1 when something was changed, another key signed, or the
 * chain does not hold it or has withdrawn the run since, 2 when the file is no report.
 */
// [impl->req~cli.qa~1]
@Command(
        name = "verify",
        description = {
            "Checks a QA report in any of its forms: any changed byte shows, and the first changed field is named.",
            "A report signed by this workstation is also held against the chain of its ledger.",
            "Exit 0: all holds. 1: changed, another key, not in the chain, or withdrawn since. 2: no report."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaVerify implements Callable<Integer> {
    private final QaHome paths;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "A report: PDF, JSON, CSV or DICOM.")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description = "Key that must have signed, as its workstation prints it; without it this workstation's own.")
    private @Nullable String key;

    @Mixin
    private Output output;

    QaVerify(QaHome paths, Clock clock) {
        this.paths = paths;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Verification found = QaReport.verify(file);
        List<String> own = ownKeys();
        Optional<String> expected = expectedKey(found, own);
        boolean isExpectedKey = expected.isEmpty() || expected.get().equals(found.keyFingerprint());
        Optional<ChainFinding> chain = chain(found, own);
        output.print(
                json(found, expected, chain),
                text(found, expected)
                        + chain.map(held -> System.lineSeparator() + held.text())
                                .orElse(""));
        if (found.check() == Check.NOT_A_REPORT) {
            return Candela.BAD_INPUT;
        }
        boolean isHeld =
                chain.filter(held -> held.state() != ChainFinding.State.HELD).isEmpty();
        return found.check() == Check.UNCHANGED && isExpectedKey && isHeld ? 0 : Candela.NO;
    }

    private static ObjectNode json(Verification found, Optional<String> expected, Optional<ChainFinding> chain) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("check", found.check().name())
                .put("key", found.keyFingerprint())
                .put("keyExpected", expected.orElse(""))
                .put(
                        "isKeyExpected",
                        expected.filter(found.keyFingerprint()::equals).isPresent())
                .put("firstChange", found.firstChange());
        chain.ifPresent(held ->
                json.putObject("chain").put("state", held.state().name()).put("text", held.text()));
        return json;
    }

    /** Only a report of this workstation can be in its ledger. */
    private Optional<ChainFinding> chain(Verification found, List<String> own) throws Exception {
        boolean isOwn = found.check() == Check.UNCHANGED && own.contains(found.keyFingerprint());
        if (!isOwn) {
            return Optional.empty();
        }
        try (Database database = Database.open(paths.store(), clock)) {
            return Optional.of(QaReport.verify(file, new QaLedger(database, new AuditLog())));
        }
    }

    /** Fingerprints of the keys that ever signed here; no key and no store is made for a check. */
    private List<String> ownKeys() throws Exception {
        AppPaths here = paths.get();
        if (!Files.exists(here.database())) {
            return List.of();
        }
        try (Database database = Database.open(paths.store(), clock)) {
            return new SigningKeys(new QaLedger(database, new AuditLog()), here.signingKey(), clock).fingerprints();
        }
    }

    /** The one that was named, else one of this workstation: any that signed here before, or the present one. */
    private Optional<String> expectedKey(Verification found, List<String> own) {
        if (key != null) {
            return Optional.of(key);
        }
        return own.contains(found.keyFingerprint())
                ? Optional.of(found.keyFingerprint())
                : own.stream().reduce((earlier, later) -> later);
    }

    private String text(Verification found, Optional<String> expected) {
        return switch (found.check()) {
            case NOT_A_REPORT -> file + ": no display QA report of Candela";
            case CHANGED -> file + ": CHANGED after it was signed; first: " + found.firstChange();
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
