package org.candela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench dicom}: how fast the DICOM layer is beside DCMTK, pydicom, the native codecs and curl. */
@Command(
        name = "bench dicom",
        description = "Measures the DICOM layer beside its peers, by turns, and prints one table.",
        footer = {"", "Exit code: 0 also where a bar is missed, which its row says; 1 failed, 2 bad input."})
final class DicomBench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean isHelpWanted;

    @Option(names = "--quick", description = "Fewer and shorter turns, fewer files.")
    private boolean isQuick;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean isJson;

    @Option(names = "--tsv", description = "Prints fields between tabs.")
    private boolean isTabs;

    @Option(
            names = "--corpus",
            paramLabel = "FOLDER",
            description = "Real DICOM files; without it CANDELA_CORPUS, then ../shared/corpus where it is there.")
    private String corpus = "";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these parts: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--syntax",
            split = ",",
            paramLabel = "SYNTAX",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Syntax> syntaxes = EnumSet.allOf(Syntax.class);

    @Option(names = "--natives", hidden = true, defaultValue = "target/bench/native")
    private Path natives = Path.of("");

    /** What can be measured. */
    enum Part {
        HEADERS,
        DECODE,
        CORES,
        WADO,
        STORE,
        PROCESS
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new DicomBench()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "run");
        Report report = new Report(Machine.describe());
        try {
            measure(new Setting(work, natives, corpusFolder(), isQuick ? Duel.Pace.QUICK : Duel.Pace.FULL), report);
        } finally {
            for (Path made : HeaderFiles.below(work)) {
                Files.delete(made);
            }
        }
        Report.Form form = isJson ? Report.Form.JSON : isTabs ? Report.Form.TABS : Report.Form.MARKDOWN;
        report.print(form, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        return 0;
    }

    private void measure(Setting setting, Report report) throws IOException, CandelaException {
        if (parts.contains(Part.HEADERS)) {
            new Headers(setting, report).measure();
        }
        for (Syntax syntax : syntaxes) {
            if (parts.contains(Part.DECODE)) {
                new Decoding(setting, report).measure(syntax);
            }
            if (parts.contains(Part.CORES)) {
                new TwoCores(setting, report).measure(syntax);
            }
        }
        if (parts.contains(Part.WADO)) {
            new Retrieving(setting, report).measure();
        }
        if (parts.contains(Part.PROCESS)) {
            new Programs(setting, report).measure();
        }
        if (parts.contains(Part.STORE)) {
            new Storing(setting, report).measure();
        }
    }

    /** The option, the environment, the usual place; empty text where none of them is there. */
    private String corpusFolder() throws IOException {
        if (!corpus.isEmpty() && !Files.isDirectory(Path.of(corpus))) {
            throw new IOException("no such folder: " + corpus);
        }
        String stated = corpus.isEmpty() ? System.getenv().getOrDefault("CANDELA_CORPUS", "../shared/corpus") : corpus;
        return Files.isDirectory(Path.of(stated)) ? stated : "";
    }
}
