package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportExport;
import org.candela.displayqa.report.ReportExport.Wish;
import org.candela.displayqa.report.ReportFormat;
import org.candela.displayqa.report.ReportOrder;
import org.candela.facility.Facility;
import org.candela.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code candela qa report}: the signed report of a stored run for a facility or by a standard. Exit 0 when it is
 * written, 2 when there is no such run, facility, standard or format, or the folder cannot be written.
 */
// [impl->req~cli.qa~1]
// [impl->req~displayqa.report-for-facility~1]
@Command(
        name = "report",
        description = {
            "Writes the signed report of a run for a facility, by the standard that it asks for.",
            "A run that was not yet judged by that standard is judged now; the judgement is kept in the chain."
        },
        mixinStandardHelpOptions = true)
final class QaReportCommand implements Callable<Integer> {
    private static final String ACTOR = "command line";

    private final QaDesk desk;

    @Parameters(paramLabel = "RUN", description = "Number of the run, as candela qa history lists it.")
    private long run;

    @ArgGroup
    private @Nullable Recipient recipient;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = "pdf,json",
            description = "Any of pdf, json, csv, dicom, with commas between; default: ${DEFAULT-VALUE}.")
    private List<String> formats = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to; without it that for exports.")
    private @Nullable Path out;

    @Mixin
    private final Output output = new Output();

    QaReportCommand(QaDesk desk) {
        this.desk = desk;
    }

    /** For whom: one of the two, or neither. */
    static final class Recipient {
        @Option(
                names = "--facility",
                paramLabel = "ID",
                description = "For this facility, by its own standard, with its name on the report.")
        private @Nullable String facility;

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                description = "By this standard; without either by the first that the run was measured for.")
        private @Nullable String profile;
    }

    @Override
    public Integer call() throws Exception {
        List<ReportFormat> wished = new ArrayList<>();
        for (String word : formats) {
            wished.add(ReportFormat.named(word)
                    .orElseThrow(() -> new CandelaException(
                            "cli.no-such-format", "no format \"" + word + "\"; there are pdf, json, csv, dicom")));
        }
        StoredRun stored = desk.onLedger(ledger ->
                ledger.run(run).orElseThrow(() -> new StoreException("store.missing", "there is no QA run " + run)));
        Path folder = out == null ? desk.exports() : out;
        Recipient asked = recipient;
        ReportExport.Written report = desk.onLedger(ledger -> {
            ReportExport export = desk.export(ledger);
            return asked == null
                    ? export.exportUsual(stored, wished, folder, ACTOR)
                    : export.export(stored, new Wish(order(asked), wished, folder, ACTOR));
        });
        answer(stored, report);
        return 0;
    }

    private void answer(StoredRun stored, ReportExport.Written report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        StringBuilder text = new StringBuilder(stored.summary());
        for (ReportFormat format : ReportFormat.values()) {
            Path file = report.files().get(format);
            if (file != null) {
                json.put(format.word(), file.toString());
                text.append(System.lineSeparator()).append(file);
            }
        }
        json.put("key", report.keyFingerprint());
        text.append(System.lineSeparator()).append("signed with key ").append(report.keyFingerprint());
        output.print(json, text.toString());
    }

    private ReportOrder order(Recipient asked) throws Exception {
        String id = asked.facility;
        if (id == null) {
            return ReportOrder.of(asked.profile == null ? Facility.START_QA_PROFILE : asked.profile);
        }
        return ReportOrder.of(KnownFacility.in(desk.facilities(), id));
    }
}
