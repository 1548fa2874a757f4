package org.candela.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench viewer}: how soon what was asked for is on the screen, read back from the screen. */
@Command(
        name = "bench viewer",
        description = "Measures the viewer on a virtual desk of two 3 MP heads, by reading the X screen back.",
        footer = {"", "Exit code: 0 also where a target is missed, which its row says; 1 failed, 2 bad input."})
final class ViewerBench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean isHelpWanted;

    @Option(names = "--quick", description = "Fewer frames and studies.")
    private boolean isQuick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these parts: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--heads",
            split = ",",
            paramLabel = "N",
            description = "Only so many heads, 1 or 2; both by default.")
    private List<Integer> heads = List.of(1, 2);

    @Option(
            names = "--megapixels",
            split = ",",
            paramLabel = "N",
            description = "Only images of so many MP, 3 or 5; both by default.")
    private List<Integer> megapixels = List.of(3, 5);

    @Option(names = "--here", hidden = true, description = "Measures memory in this process.")
    private boolean isHere;

    /** What can be measured. The last two are of memory and run in a process of their own, which has a limit. */
    enum Part {
        FIRST,
        NEXT,
        SCROLL,
        WINDOW,
        CT,
        TOMO;

        boolean hasLimit() {
            return this == CT || this == TOMO;
        }
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new ViewerBench()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "viewer");
        List<String> rows = new ArrayList<>();
        try (ScreenEye eye = new ScreenEye(System.getenv("DISPLAY"))) {
            ViewerRoom.startToolkit();
            Presenting presenting =
                    new Presenting(work, eye, new Presenting.Extent(isQuick, heads, megapixels), row -> {
                        rows.add(row);
                        System.err.println(row);
                    });
            for (Part part : parts) {
                if (isHere || !part.hasLimit()) {
                    presenting.measure(part);
                } else {
                    rows.addAll(inProcessOfItsOwn(part));
                }
            }
        } finally {
            for (Path made : HeaderFiles.below(work)) {
                Files.delete(made);
            }
        }
        if (isHere) {
            rows.forEach(System.out::println);
            return 0;
        }
        Machine.describe().forEach((name, value) -> System.out.println("- " + name + ": " + value));
        System.out.println("- load at the end: " + Machine.load());
        System.out.println();
        System.out.println("| what | n | median ms | p90 | p99 | max | cpu each | target | |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|---|---|");
        rows.forEach(System.out::println);
        return 0;
    }

    /** Together with what the machine takes besides, less than 2 GiB. */
    private List<String> inProcessOfItsOwn(Part part) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:MaxDirectMemorySize=1100m",
                "-Dprism.order=" + System.getProperty("prism.order", "sw"),
                "-cp",
                System.getProperty("java.class.path"),
                ViewerBench.class.getName(),
                "--here",
                "--only",
                part.name()));
        if (isQuick) {
            command.add("--quick");
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
    }
}
