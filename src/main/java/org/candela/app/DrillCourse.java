package org.candela.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.demo.DemoFacility;
import org.candela.demo.HomeLink;
import org.candela.demo.HomeLink.Trouble;
import org.candela.drill.DrillStep;
import org.candela.report.ReportDraft;
import org.candela.shell.OpenedCase;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/** The troubles of a drill, one after the other, and what is missing after each. Blocks; one thread. */
final class DrillCourse {
    static final String WEB = "archive";
    static final String REPORTS = "reports";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(10);
    private static final int CHARACTERS_BEFORE_THE_KILL = 20;
    private static final int MOST_WORDS = 400;
    private static final String SENTENCE = "Drill: nothing of this is real.";

    private final Place place;
    private final Opening opening;
    private final Consumer<DrillStep> told;

    /** What the drill is held with. */
    record Place(HomeLink link, DemoFacility facility, Path home) {}

    /** Opens the desk, as often as the program is started. */
    @FunctionalInterface
    interface Opening {
        DrillDesk open() throws CandelaException;
    }

    DrillCourse(Place place, Opening opening, Consumer<DrillStep> told) {
        this.place = place;
        this.opening = opening;
        this.told = told;
    }

    /** Where the program that is killed says how much it has kept. */
    static Path markOf(Path home) {
        return home.resolve("drill-typed");
    }

    void run() throws CandelaException, IOException, InterruptedException {
        ReportDraft begun;
        try (DrillDesk desk = opening.open()) {
            List<ReadingItem> rows = desk.refresh();
            if (rows.size() < 2) {
                throw new CandelaException(
                        "drill.no-studies", "the made-up facility lists " + rows.size() + " studies");
            }
            told.accept(linkLost(desk, rows));
            told.accept(archiveFails(desk, rows.get(1)));
            told.accept(archiveSlow(desk, rows.size()));
            begun = desk.write(desk.open(desk.now(rows.get(1))), SENTENCE);
        }
        told.accept(killed(begun));
    }

    private DrillStep linkLost(DrillDesk desk, List<ReadingItem> rows)
            throws CandelaException, IOException, InterruptedException {
        OpenedCase opened = desk.open(rows.get(0));
        place.link().pull(Trouble.REFUSED);
        ReportDraft draft = desk.write(opened, SENTENCE);
        desk.sign(draft);
        List<String> lost = new ArrayList<>();
        lostIf(desk.refresh().size() < rows.size(), "rows of the list", lost);
        lostIf(desk.silence().isEmpty(), "the warning that the list is out of date", lost);
        boolean hasTried = DrillDesk.until(
                () -> desk.deliveries(draft.id()).stream().anyMatch(each -> each.attempts() > 0), SHORT_WAIT);
        lostIf(!hasTried, "the attempt to send", lost);
        place.link().mend();
        long mended = System.nanoTime();
        lostIf(!DrillDesk.until(() -> desk.isAcknowledged(draft.id()), LONGEST_WAIT), "the signed report", lost);
        Duration recovery = since(mended);
        lostIf(place.facility().receivedReports().size() != 1, "the rule that a report comes once", lost);
        return new DrillStep(
                "Link lost while a study is read",
                "Read and signed without the line; the report waited and was acknowledged when it was back.",
                lost,
                recovery);
    }

    private DrillStep archiveFails(DrillDesk desk, ReadingItem item)
            throws CandelaException, IOException, InterruptedException {
        place.link().pull(Trouble.SERVER_ERROR);
        List<String> lost = new ArrayList<>();
        String words = "";
        try {
            desk.open(item);
            lost.add("the warning that the study is not here");
        } catch (CandelaException e) {
            words = String.valueOf(e.getMessage());
        }
        boolean isFree = DrillDesk.until(() -> desk.now(item).state() == ReadingState.READY, SHORT_WAIT);
        lostIf(!isFree, "the study, which stays claimed", lost);
        place.link().mend();
        long mended = System.nanoTime();
        desk.open(desk.now(item));
        return new DrillStep(
                "Archive answers with errors",
                "Told: \"" + shortened(words) + "\"; the study was given back, and opened when the archive was well.",
                lost,
                since(mended));
    }

    /** Without what only addresses say. */
    private static String shortened(String words) {
        return words.replaceAll("\\S+/studies/\\S+?(?=: )", "the study");
    }

    private DrillStep archiveSlow(DrillDesk desk, int rows) throws CandelaException, IOException, InterruptedException {
        place.link().pull(Trouble.SLOW);
        long asked = System.nanoTime();
        List<String> lost = new ArrayList<>();
        lostIf(desk.refresh().size() < rows, "rows of the list", lost);
        boolean isInTime = desk.silence().isEmpty();
        Duration took = since(asked);
        place.link().mend();
        long mended = System.nanoTime();
        desk.refresh();
        lostIf(!desk.silence().isEmpty(), "the list, which stays out of date", lost);
        return new DrillStep(
                "Archive is slow",
                String.format(
                        Locale.ROOT,
                        "The list %s after %.1f s, and the desk went on meanwhile.",
                        isInTime ? "came" : "was given up",
                        took.toMillis() / 1000.0),
                lost,
                since(mended));
    }

    private DrillStep killed(ReportDraft begun) throws CandelaException, IOException, InterruptedException {
        int kept = killWhileTyping(begun);
        long killed = System.nanoTime();
        List<String> lost = new ArrayList<>();
        try (DrillDesk desk = opening.open()) {
            List<ReportDraft> drafts = desk.drafts();
            int there = drafts.isEmpty() ? 0 : drafts.get(0).text("findings").length();
            lostIf(there < kept, (kept - there) + " of " + kept + " typed characters", lost);
            lostIf(!desk.isAuditIntact(), "the audit trail", lost);
            if (!drafts.isEmpty()) {
                desk.sign(drafts.get(0));
                boolean isThere =
                        DrillDesk.until(() -> desk.isAcknowledged(drafts.get(0).id()), LONGEST_WAIT);
                lostIf(!isThere, "the signed report", lost);
            }
            lostIf(place.facility().receivedReports().size() != 2, "the rule that a report comes once", lost);
        }
        return new DrillStep(
                "Program killed while a report is typed",
                kept + " characters were kept before it was killed; the report was finished, signed and acknowledged.",
                lost,
                since(killed));
    }

    /** How many characters the program said it kept before it was killed. */
    private int killWhileTyping(ReportDraft begun) throws IOException, InterruptedException, CandelaException {
        Process child = child(begun);
        try {
            boolean isTyping =
                    DrillDesk.until(() -> !child.isAlive() || typed() >= CHARACTERS_BEFORE_THE_KILL, LONGEST_WAIT);
            if (!isTyping || !child.isAlive()) {
                throw new CandelaException(
                        "drill.no-child", "the program that was to be killed did not type; it said: " + lastWords());
            }
            return typed();
        } finally {
            child.destroyForcibly().waitFor(SHORT_WAIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Process child(ReportDraft begun) throws IOException {
        List<String> command = new ArrayList<>(Processes.again());
        command.addAll(
                List.of("drill", "--as-child", begun.study().studyInstanceUid().value()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(Config.HOME, place.home().toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(said().toFile());
        return builder.start();
    }

    private Path said() {
        return place.home().resolve("drill-child.txt");
    }

    private String lastWords() throws IOException {
        String words = Files.readString(said(), StandardCharsets.UTF_8).strip();
        return words.substring(Math.max(0, words.length() - MOST_WORDS));
    }

    private int typed() {
        try {
            Path mark = markOf(place.home());
            String text = Files.exists(mark) ? Files.readString(mark, StandardCharsets.UTF_8) : "";
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (IOException e) {
            return 0; // it is being written
        }
    }

    private static void lostIf(boolean isLost, String what, List<String> lost) {
        if (isLost) {
            lost.add(what);
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
