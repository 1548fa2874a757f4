package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportExport;
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
        Path folder = out == null ? desk.exports() : out;
        ReportExport.Exported report =
                desk.onLedger(ledger -> desk.export(ledger).export(stored, folder, "command line"));
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("pdf", report.pdf().toString())
                        .put("json", report.json().toString())
                        .put("key", report.keyFingerprint()),
                String.join(
                        System.lineSeparator(),
                        stored.summary(),
                        report.pdf().toString(),
                        report.json().toString(),
                        "signed with key " + report.keyFingerprint()));
        return 0;
    }
}
