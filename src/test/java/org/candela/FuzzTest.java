package org.candela;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The loop itself: planted faults of every kind are caught, named and kept. */
class FuzzTest {
    private static final List<Fuzz.Seed> SEEDS = List.of(
            new Fuzz.Seed("zeros", new byte[40]),
            new Fuzz.Seed("text", "twelve words".getBytes(StandardCharsets.US_ASCII)));
    private static final Fuzz.Limits SMALL = new Fuzz.Limits(Duration.ofMillis(100), Duration.ofSeconds(60), 4L << 20);
    private static final Fuzz.Limits IMPATIENT =
            new Fuzz.Limits(Duration.ofSeconds(60), Duration.ofMillis(300), 4L << 20);
    private static final String ONLY = "candela.fuzz.only";

    private final String only = System.clearProperty(ONLY);
    private final String times = System.clearProperty("candela.fuzz.times");
    private final String first = System.clearProperty("candela.fuzz.first");

    @AfterEach
    void putBack() {
        putBack(ONLY, only);
        putBack("candela.fuzz.times", times);
        putBack("candela.fuzz.first", first);
    }

    private static void putBack(String property, String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    /** Sixth input of eight goes wrong. */
    private static AssertionError finding(Fuzz.Reading fault) {
        return finding(SMALL, fault);
    }

    private static AssertionError finding(Fuzz.Limits limits, Fuzz.Reading fault) {
        int[] turn = {0};
        Fuzz fuzz = Fuzz.slice("fuzz.planted", 8).within(limits).allowing(IOException.class);
        return assertThrows(
                AssertionError.class,
                () -> fuzz.run(
                        SEEDS,
                        Mutator::mutated,
                        (input, random) -> turn[0]++ == 5 ? fault.read(input, random) : input));
    }

    private static void assertNames(AssertionError failure, String what) {
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("1 findings; fuzz.planted#5 of text " + what), message);
    }

    @Test
    void anInputThatComputesForEverIsCaught() {
        AssertionError failure = finding((input, random) -> {
            while (!Thread.currentThread().isInterrupted()) {
                random.nextInt();
            }
            return null;
        });

        assertNames(failure, "took ");
        assertTrue(failure.getMessage().contains("of processor time and had not ended"), failure.getMessage());
        Throwable place = failure.getCause().getCause();
        assertTrue(List.of(place.getStackTrace()).toString().contains("FuzzTest"), "no trace of the place");
    }

    @Test
    void anInputThatWaitsForEverIsCaught() {
        AssertionError failure =
                finding(IMPATIENT, (input, random) -> new CountDownLatch(1).await(10, TimeUnit.SECONDS) ? input : null);

        assertNames(failure, "took ");
        assertTrue(failure.getMessage().contains(" ms and had not ended"), failure.getMessage());
    }

    @Test
    void memoryIsCountedWhetherItIsStillInUseOrNot() {
        AssertionError failure = finding((input, random) -> {
            for (int i = 0; i < 100; i++) {
                input = new byte[1 << 16];
            }
            return input;
        });

        assertNames(failure, "allocated 6 MiB");
    }

    @Test
    void whatIsNotDeclaredIsCaught() {
        assertNames(finding((input, random) -> input[-1]), "java.lang.ArrayIndexOutOfBounds");
        assertNames(finding((input, random) -> deep(1) + "x"), "java.lang.StackOverflowError");
        assertNames(finding((input, random) -> new long[Integer.MAX_VALUE][]), "java.lang.OutOfMemoryError");
        assertNames(finding((input, random) -> Class.forName("none")), "java.lang.ClassNotFoundException");
    }

    @Test
    void aMutationThatFailsEndsTheRun() {
        Fuzz fuzz = Fuzz.slice("fuzz.planted", 8);

        AssertionError failure = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(
                        AssertionError.class,
                        () -> fuzz.run(
                                SEEDS,
                                (seed, random) -> {
                                    throw new IllegalStateException("planted");
                                },
                                (input, random) -> input)));

        assertTrue(String.valueOf(failure.getMessage()).contains("mutation"), failure.getMessage());
    }

    private static int deep(int depth) {
        return depth == 0 ? 0 : deep(depth + 1) + 1;
    }

    @Test
    void aDeclaredExceptionAndItsKindsAreOutcomes() {
        FuzzReport report = Fuzz.slice("fuzz.planted", 100)
                .allowing(IOException.class)
                .run(SEEDS, Mutator::mutated, (input, random) -> {
                    if (random.nextBoolean()) {
                        throw new EOFException();
                    }
                    return input;
                });

        report.requireBothOutcomes();
        assertEquals(100, report.inputs());
        assertTrue(report.read() > 20 && report.read() < 80, report.toString());
    }

    @Test
    void aMutationThatNothingNoticesFails() {
        FuzzReport report = Fuzz.slice("fuzz.planted", 100).run(SEEDS, Mutator::mutated, (input, random) -> input);

        assertThrows(AssertionError.class, report::requireBothOutcomes);
    }

    @Test
    void theSameNumberGivesTheSameInputWhateverRanBefore() {
        List<String> all = new ArrayList<>();
        Fuzz.slice("fuzz.planted", 30).run(SEEDS, Mutator::mutated, (input, random) -> {
            all.add(List.of(input.length, Arrays.hashCode(input), random.nextInt())
                    .toString());
            return input;
        });
        System.setProperty(ONLY, "fuzz.planted#17");
        List<String> one = new ArrayList<>();
        Fuzz.slice("fuzz.planted", 30).run(SEEDS, Mutator::mutated, (input, random) -> {
            one.add(List.of(input.length, Arrays.hashCode(input), random.nextInt())
                    .toString());
            return input;
        });

        assertEquals(List.of(all.get(17)), one);
        assertEquals(30, Set.copyOf(all).size());
        assertThrows(TestAbortedException.class, () -> Fuzz.slice("fuzz.other", 30)
                .run(SEEDS, Mutator::mutated, (input, random) -> input));
    }

    @Test
    void theInputOfAFindingIsKept() throws IOException {
        byte[][] seen = new byte[1][];
        finding((input, random) -> {
            seen[0] = input;
            throw new IllegalStateException("planted");
        });

        assertArrayEquals(seen[0], Files.readAllBytes(Path.of("target/fuzz/fuzz.planted-5.bin")));
    }

    @Test
    void aRunGoesOnAfterAFindingAndStopsAtTen() {
        int[] turn = {0};
        Fuzz fuzz = Fuzz.slice("fuzz.planted", 100).within(IMPATIENT);

        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> fuzz.run(SEEDS, Mutator::mutated, (input, random) -> {
                    if (turn[0]++ == 3) {
                        return new CountDownLatch(1).await(10, TimeUnit.SECONDS);
                    }
                    throw new IllegalStateException("planted");
                }));

        assertTrue(failure.getMessage().startsWith("10 findings; fuzz.planted#0 of zeros "), failure.getMessage());
        assertEquals(10, turn[0]);
    }
}
