package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.candela.displayqa.QaReport;
import org.candela.displayqa.SigningKey;
import org.candela.displayqa.StoredRun;
import org.candela.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela qa report}: the signed report of a stored run, as PDF and JSON. */
// [impl->req~cli.qa~1]
@Command(
        name = "report",
        description = "Writes the signed report of a run as PDF and JSON.",
        mixinStandardHelpOptions = true)
final class QaReportCommand implements Callable<Integer> {
    private final QaDesk desk;

    @Parameters(paramLabel = "RUN", description = "Number of the run, as candela qa calibrate and test print it.")
    private long run;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to; without it that for exports.")
    private @Nullable Path out;

    @Mixin
    private final Output output = new Output();

    QaReportCommand(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        StoredRun stored = desk.onLedger(ledger ->
                ledger.run(run).orElseThrow(() -> new StoreException("store.missing", "there is no QA run " + run)));
        SigningKey key = desk.key();
        QaReport report = QaReport.of(stored, key);
        Path folder = Files.createDirectories(out == null ? desk.exports() : out);
        Path pdf = Files.write(folder.resolve("display-qa-" + run + ".pdf"), report.pdf());
        Path json = Files.write(folder.resolve("display-qa-" + run + ".json"), report.json());
        desk.onLedger(ledger -> {
            ledger.noteExport(stored, desk.clock().instant(), "command line");
            return stored;
        });
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("pdf", pdf.toString())
                        .put("json", json.toString())
                        .put("key", key.fingerprint()),
                stored.summary() + System.lineSeparator() + pdf + System.lineSeparator() + json + System.lineSeparator()
                        + "signed with key " + key.fingerprint());
        return 0;
    }
}
