package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.candela.study.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candela import}: takes DICOM files of the reader's own. Exit 0 when every file was taken, 1 when one was not. */
// [impl->req~cli.import~1]
@Command(
        name = "import",
        description = "Takes DICOM files, and folders with all below them, into the library of this workstation.",
        footer = {"", "Exit code: 0 every file was taken, 1 some were refused, 2 bad input."},
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private final Importer importer;

    @Mixin
    private final Output output = new Output();

    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "What to take.")
    private List<Path> sources = List.of();

    /** Takes files into the library, opening and closing what it needs for that. */
    @FunctionalInterface
    public interface Importer {
        ImportReport take(List<Path> sources) throws Exception;
    }

    public ImportCommand(Importer importer) {
        this.importer = importer;
    }

    @Override
    public Integer call() throws Exception {
        InputFiles.mustExist(sources);
        ImportReport report = importer.take(sources);
        output.print(json(report), text(report));
        return report.refused().isEmpty() ? 0 : Candela.NO;
    }

    private static ObjectNode json(ImportReport report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("admitted", report.admitted())
                .put("alreadyHere", report.alreadyHere());
        ArrayNode studies = json.putArray("studies");
        report.studies().stream().sorted().forEach(uid -> studies.add(uid.value()));
        ArrayNode refused = json.putArray("refused");
        report.refused().forEach(refusal -> refused.addObject()
                .put("file", refusal.file().toString())
                .put("code", refusal.code())
                .put("reason", refusal.reason()));
        return json;
    }

    private static String text(ImportReport report) {
        String taken = String.format(
                "%d objects taken, %d already here, %d studies, %d files refused",
                report.admitted(),
                report.alreadyHere(),
                report.studies().size(),
                report.refused().size());
        return report.refused().stream()
                .map(refusal -> "%n  %s: %s [%s]".formatted(refusal.file(), refusal.reason(), refusal.code()))
                .collect(Collectors.joining("", taken, ""));
    }
}
