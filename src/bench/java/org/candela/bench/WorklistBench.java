package org.candela.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingOrder;
import org.candela.worklist.Worklist;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench worklist}: the list over many facilities with long lists. */
@Command(
        name = "bench worklist",
        description = "Measures the list over many facilities: refresh, first load, memory, search on the screen.",
        footer = {"", "Exit code: 0; 1 failed, 2 bad input."})
final class WorklistBench implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean isHelpWanted;

    @Option(names = "--facilities", paramLabel = "N", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int facilities;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Each. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--no-screen", description = "Leaves out what needs a screen.")
    private boolean isWithoutScreen;

    @Option(names = "--screen-only", description = "Leaves out what needs none.")
    private boolean isScreenOnly;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WorklistBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "worklist");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ManyFacilities many = new ManyFacilities(facilities, rows, NOW);
        System.out.println("| what | median ms | max ms | processor ms | processor, beside reading the disk |");
        System.out.println("|---|--:|--:|--:|--:|");
        try (Database database = Database.open(work.resolve("list.db"), clock)) {
            Worklist list = list(many, database, clock);
            many.change(0);
            print("refresh, all rows new", List.of(time(() -> refresh(list))), 0);
            if (!isScreenOnly) {
                measureList(many, list, database, clock);
            }
            if (!isWithoutScreen) {
                measureScreen(list, work, clock);
            }
        } finally {
            for (Path made : HeaderFiles.below(work)) {
                Files.delete(made);
            }
        }
        Machine.describe().forEach((name, value) -> System.out.println("- " + name + ": " + value));
        System.out.println("- load at the end: " + Machine.load());
        return 0;
    }

    private void measureList(ManyFacilities many, Worklist list, Database database, Clock clock)
            throws CandelaException {
        List<Took> fresh = repeat(() -> list(many, database, clock).snapshot());
        double reading = median(fresh).processor();
        print("reading all rows from the disk (a fresh start)", fresh, reading);
        print("refresh, 0 % changed", repeat(many, list, 0), reading);
        print("refresh, 1 % changed", repeat(many, list, 10), reading);
        print("refresh, 100 % changed", List.of(once(many, list, 1000)), reading);
        print("snapshot, nothing changed", repeat(list::snapshot), reading);
        List<ReadingItem> items = list.snapshot().items();
        print("find one row", repeat(() -> list.find(items.get(items.size() / 2).id())), reading);
        print("sort all rows", repeat(() -> sort(items)), reading);
        System.out.println("| bytes of heap a row | " + heapOfOneMore(many, database, clock) + " | | | |");
    }

    /** Beside a list of a hundred rows, before and after, so that what the machine does besides is seen. */
    private void measureScreen(Worklist list, Path work, Clock clock) throws CandelaException {
        ViewerRoom.startToolkit();
        try (Database database = Database.open(work.resolve("small.db"), clock)) {
            ManyFacilities few = new ManyFacilities(1, 100, NOW);
            few.change(0);
            Worklist small = list(few, database, clock);
            refresh(small);
            ListScreen.measure(small, clock, "100 rows").forEach(System.out::println);
            ListScreen.measure(list, clock, facilities * rows + " rows").forEach(System.out::println);
            ListScreen.measure(small, clock, "100 rows again").forEach(System.out::println);
        }
    }

    private static Worklist list(ManyFacilities many, Database database, Clock clock) {
        return new Worklist(many.asMap(), database, new AuditLog(), clock);
    }

    /** Asks all facilities and takes the picture that the screen would show. */
    private static Object refresh(Worklist list) throws CandelaException {
        list.refresh(SINCE, new Cancellation()).join();
        return list.snapshot();
    }

    private static Object sort(List<ReadingItem> items) {
        List<ReadingItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(ReadingOrder.MOST_URGENT_FIRST);
        return shuffled;
    }

    private long heapOfOneMore(ManyFacilities many, Database database, Clock clock) throws CandelaException {
        long before = usedHeap();
        Worklist list = list(many, database, clock);
        list.snapshot();
        long after = usedHeap();
        return (after - before) / list.snapshot().items().size();
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Work that may fail. */
    @FunctionalInterface
    private interface Work {
        Object run() throws CandelaException;
    }

    private List<Took> repeat(Work work) throws CandelaException {
        List<Took> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            times.add(time(work));
        }
        return times;
    }

    private List<Took> repeat(ManyFacilities many, Worklist list, int ofThousand) throws CandelaException {
        List<Took> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            times.add(once(many, list, ofThousand));
        }
        return times;
    }

    private static Took once(ManyFacilities many, Worklist list, int ofThousand) throws CandelaException {
        many.change(ofThousand);
        return time(() -> refresh(list));
    }

    private static Took time(Work work) throws CandelaException {
        long startCpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Object made = work.run();
        long end = System.nanoTime();
        long endCpu = THREADS.getCurrentThreadCpuTime();
        if (made == List.of()) {
            System.err.print(""); // what was made is used
        }
        return new Took((end - start) / 1e6, (endCpu - startCpu) / 1e6);
    }

    /** The one in the middle by the processor's time, which a busy machine disturbs less. */
    private static Took median(List<Took> times) {
        return times.stream()
                .sorted(Comparator.comparingDouble(Took::processor))
                .toList()
                .get(times.size() / 2);
    }

    private static void print(String what, List<Took> times, double reading) {
        Took median = median(times);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %s |%n",
                what,
                median.wall(),
                times.stream().mapToDouble(Took::wall).max().orElse(0),
                median.processor(),
                reading == 0 ? "" : String.format(Locale.ROOT, "%.4f", median.processor() / reading));
    }

    /** Milliseconds on the clock, and of the thread that did the work. */
    private record Took(double wall, double processor) {}
}
