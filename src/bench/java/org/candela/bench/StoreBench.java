package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.StoreKey;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench store}: what the seal of the store costs, plain and sealed by turns. */
@Command(
        name = "bench store",
        description = {
            "Measures what a workstation does with its store, in a plain and in a sealed one, by turns on the same disk:",
            "opening it, writing rows at once and one commit at a time, reading all of them, and seeking rows in pages that",
            "are not in memory. Prints medians and the median of the ratios of each turn; quote these with the load above."
        },
        mixinStandardHelpOptions = true)
final class StoreBench implements Callable<Integer> {
    private static final int SEED = 4711;
    private static final int NAME_LETTERS = 24;
    private static final double NANOS_A_MILLI = 1e6;

    @Option(names = "--turns", paramLabel = "N", defaultValue = "7", description = "Default: ${DEFAULT-VALUE}.")
    private int turns;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "On the disk to be measured; else the system's for temporary files, which may be memory.")
    private Path place;

    /** What is done. */
    private enum Step {
        OPEN("open it"),
        WRITE("write all rows in one transaction"),
        COMMIT("300 commits, each on the disk"),
        SCAN("open it anew and read all rows"),
        SEEK("3,000 rows sought by index, not in memory");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /** How the store lies on the disk. */
    private enum Form {
        PLAIN,
        SEALED
    }

    private interface Work {
        void run() throws StoreException;
    }

    public static void main(String[] args) {
        System.exit(new picocli.CommandLine(new StoreBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine.describe().forEach((name, value) -> System.out.println(name + ": " + value));
        Map<Form, Map<Step, List<Double>>> measured = new EnumMap<>(Form.class);
        for (Form form : Form.values()) {
            measured.put(form, new EnumMap<>(Step.class));
        }
        turn(Form.PLAIN); // what is loaded and compiled once belongs to neither
        turn(Form.SEALED);
        for (int i = 0; i < turns; i++) {
            List<Form> order = i % 2 == 0 ? List.of(Form.PLAIN, Form.SEALED) : List.of(Form.SEALED, Form.PLAIN);
            for (Form form : order) {
                turn(form).forEach((step, millis) -> measured.get(form)
                        .computeIfAbsent(step, any -> new ArrayList<>())
                        .add(millis));
            }
        }
        print(measured);
        return 0;
    }

    private Map<Step, Double> turn(Form form) throws Exception {
        Path folder = place == null
                ? Files.createTempDirectory("store-bench")
                : Files.createTempDirectory(Files.createDirectories(place), "store-bench");
        try {
            return measure(place(folder.resolve("candela.db"), form));
        } finally {
            delete(folder);
        }
    }

    private Map<Step, Double> measure(StorePlace store) throws Exception {
        Map<Step, Double> millis = new EnumMap<>(Step.class);
        try (Database made = Database.open(store, Clock.systemUTC())) {
            made.change(tx -> {
                tx.update("CREATE TABLE bench_row (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT NOT NULL)");
                tx.update("CREATE INDEX bench_row_by_name ON bench_row (name)");
            });
        }
        long begun = System.nanoTime();
        try (Database database = Database.open(store, Clock.systemUTC())) {
            millis.put(Step.OPEN, since(begun));
            List<Object[]> all = rows();
            millis.put(
                    Step.WRITE,
                    time(() -> database.change(
                            tx -> tx.updateEach("INSERT INTO bench_row (name, born) VALUES (?, ?)", all))));
            millis.put(Step.COMMIT, time(() -> commits(database)));
        }
        long again = System.nanoTime();
        try (Database database = Database.open(store, Clock.systemUTC())) {
            long read = database.read(tx -> tx.query("SELECT * FROM bench_row", row -> row.string("name")))
                    .size();
            millis.put(Step.SCAN, since(again));
            if (read < rows) {
                throw new IllegalStateException(read + " rows of " + rows);
            }
        }
        try (Database database = Database.open(store, Clock.systemUTC())) {
            millis.put(Step.SEEK, time(() -> seek(database)));
        }
        return millis;
    }

    private static void commits(Database database) throws StoreException {
        for (int i = 0; i < 300; i++) {
            String name = "commit " + i;
            database.change(tx -> tx.update("INSERT INTO bench_row (name, born) VALUES (?, '19700101')", name));
        }
    }

    private void seek(Database database) throws StoreException {
        List<Object[]> all = rows();
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            Object name = all.get(random.nextInt(all.size()))[0];
            Optional<String> found = database.read(
                    tx -> tx.one("SELECT born FROM bench_row WHERE name = ? LIMIT 1", row -> row.string("born"), name));
            if (found.isEmpty()) {
                throw new IllegalStateException("a row is not found");
            }
        }
    }

    /** The same ones each time. */
    private List<Object[]> rows() {
        Random random = new Random(SEED);
        List<Object[]> all = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            StringBuilder name = new StringBuilder();
            for (int letter = 0; letter < NAME_LETTERS; letter++) {
                name.append((char) ('A' + random.nextInt(26)));
            }
            all.add(new Object[] {name.toString(), "19" + (10 + random.nextInt(90)) + "0101"});
        }
        return all;
    }

    private static StorePlace place(Path file, Form form) {
        byte[] key = new byte[32];
        new Random(SEED).nextBytes(key);
        return new StorePlace() {
            @Override
            public Path get() {
                return file;
            }

            @Override
            public Optional<StoreKey> key() {
                return form == Form.SEALED ? Optional.of(new StoreKey(key)) : Optional.empty();
            }
        };
    }

    private static double time(Work work) throws StoreException {
        long begun = System.nanoTime();
        work.run();
        return since(begun);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / NANOS_A_MILLI;
    }

    private void print(Map<Form, Map<Step, List<Double>>> measured) {
        System.out.println();
        System.out.println("| " + rows + " rows, " + turns + " turns | plain, ms | sealed, ms | sealed / plain |");
        System.out.println("|---|---|---|---|");
        for (Step step : Step.values()) {
            List<Double> plain = measured.get(Form.PLAIN).get(step);
            List<Double> sealed = measured.get(Form.SEALED).get(step);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < turns; i++) {
                ratios.add(sealed.get(i) / plain.get(i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f |%n",
                    step.words,
                    median(plain),
                    median(sealed),
                    median(ratios));
        }
        System.out.println();
        System.out.println("load at the end: " + Machine.load());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
