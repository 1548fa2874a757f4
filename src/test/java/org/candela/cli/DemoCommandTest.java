package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.candela.cli.DemoCommand.Order;
import org.candela.cli.DemoCommand.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~cli.demo~1]
class DemoCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:01:02Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<Order> orders = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Step step, String... args) {
        return Candela.commandLine(
                        () -> 0,
                        List.of(new DemoCommand(
                                (order, told) -> {
                                    orders.add(order);
                                    told.accept(step);
                                    return step.isHeld();
                                },
                                CLOCK)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private static Step step(boolean isHeld) {
        return new Step("Measure a length", Duration.ofMillis(1500), isHeld, "drawn 40.0, measured 39.7 mm", List.of());
    }

    @Test
    void eachActIsToldWithItsTimeAndWhatWasFound() {
        int exit = run(step(true), "demo", "--out", folder.resolve("new").toString());

        assertEquals(0, exit, err.toString());
        assertTrue(out.toString().startsWith("   1.5 s  held  Measure a length"), out.toString());
        assertTrue(out.toString().contains("drawn 40.0, measured 39.7 mm"), out.toString());
        assertTrue(out.toString().contains("1 of 1 acts held. Everything it left is in " + folder.resolve("new")));
    }

    @Test
    void anActThatDidNotHoldIsExitOne() throws Exception {
        int exit = run(
                step(false), "demo", "--json", "--out", folder.resolve("new").toString());

        assertEquals(1, exit, err.toString());
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(false, json.get("held").asBoolean());
        assertEquals("Measure a length", json.get("acts").get(0).get("title").asText());
    }

    @Test
    void withoutAFolderItMakesOneNamedByTheTimeSoThatEveryRunHasItsOwn() {
        assertEquals(0, run(step(true), "demo"), err.toString());

        assertTrue(orders.get(0).out().endsWith("candela-demo/20261124-080102"), orders.toString());
    }

    @Test
    void aFolderThatHoldsSomethingAndAStudyThatIsNotThereAreBadInput() throws Exception {
        Files.writeString(folder.resolve("kept.txt"), "mine");

        assertEquals(2, run(step(true), "demo", "--out", folder.toString()));
        assertEquals(
                2, run(step(true), "demo", "--study", folder.resolve("nowhere").toString()));

        assertEquals(List.of(), orders);
        assertTrue(err.toString().contains("is not empty; name another folder with --out"), err.toString());
        assertTrue(err.toString().contains("nowhere: no such file"), err.toString());
    }
}
