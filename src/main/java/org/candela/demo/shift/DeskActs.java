package org.candela.demo.shift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.shell.ScreenRole;

/** The desk itself: may one read at it, what do its displays show, and the proof of that for others. */
final class DeskActs {
    private static final Duration A_RUN = Duration.ofMinutes(3);

    private final ShiftStage stage;
    private final Hands hands;
    private final ReadinessViewModel readiness;
    private final DisplayQaViewModel displays;

    DeskActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
        this.readiness = stage.work().readiness();
        this.displays = stage.work().displayQa();
    }

    List<Act> beforeReading() {
        return List.of(
                new Act("not-ready", "Look whether the desk is ready", this::notReady),
                new Act("refused", "Try to read all the same", this::refused),
                new Act(
                        "calibrate-left",
                        "Calibrate the left diagnostic display",
                        () -> calibrate(ScreenRole.DIAGNOSTIC_LEFT)),
                new Act(
                        "calibrate-right",
                        "Calibrate the right diagnostic display",
                        () -> calibrate(ScreenRole.DIAGNOSTIC_RIGHT)),
                new Act("evenness", "Test whether the left display is even", this::evenness),
                new Act("ready", "Check the desk again", this::ready));
    }

    List<Act> atTheEnd() {
        return List.of(
                new Act("qa-report", "Export the QA report of the calibration", this::report),
                new Act("audit", "Verify the audit trail", this::audit));
    }

    private String notReady() throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.WORK));
        hands.press(KeyCode.F3);
        hands.press(KeyCode.F6);
        hands.until("the pre-shift card", () -> !readiness.items().isEmpty());
        ShiftException.require(
                !hands.see(() -> readiness.allowedProperty().get()),
                "a desk with displays that were never calibrated counts as ready");
        return "BLOCKED, as it must be: " + hands.see(() -> String.join(" ", readiness.reasons()));
    }

    private String refused() throws ShiftException {
        hands.press(KeyCode.F2);
        hands.until("the list", () -> !stage.work().worklist().rows().isEmpty());
        hands.press(KeyCode.F9);
        hands.until("the refusal", () -> openDialogs() == 1);
        ShiftException.require(
                hands.see(() -> stage.reading().cases().currentProperty().get().isEmpty()), "a study was opened");
        return "refused with the reasons, and review offered instead; nothing was claimed";
    }

    private long openDialogs() {
        return Window.getWindows().stream().filter(Window::isShowing).count()
                - stage.room().desk().planProperty().get().placements().size();
    }

    private String calibrate(ScreenRole role) throws CandelaException {
        closeDialog();
        select(role);
        StoredRun run = run(QaKind.CALIBRATION, KeyCode.C);
        RunFindings found = RunFindings.of(run);
        double before = found.before().map(RunFindings.Response::kappaDelta).orElse(Double.NaN);
        double after = found.response().map(RunFindings.Response::kappaDelta).orElse(Double.NaN);
        ShiftException.require(after < before, "calibration did not bring the display nearer to the GSDF");
        return String.format(
                Locale.ROOT,
                "%s of %s with the meter \"%s\": κδ %.1f %% → %.1f %%",
                run.resultText(),
                run.display(),
                found.meter(),
                100 * before,
                100 * after);
    }

    private void closeDialog() throws ShiftException {
        if (hands.see(this::openDialogs) > 0) {
            hands.press(KeyCode.ESCAPE);
            hands.until("the dialog is closed", () -> openDialogs() == 0);
        }
    }

    private String evenness() throws CandelaException {
        select(ScreenRole.DIAGNOSTIC_LEFT);
        StoredRun run = run(QaKind.UNIFORMITY, KeyCode.U);
        Uniformity places =
                RunFindings.of(run).uniformity().orElseThrow(() -> new ShiftException("the run holds no nine places"));
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% from the median over nine places",
                run.resultText(),
                100 * places.deviationFromMedian());
    }

    private void select(ScreenRole role) throws ShiftException {
        hands.turnTo(stage.window(ScreenRole.WORK));
        hands.press(KeyCode.F3);
        ScreenId screen = screen(role);
        hands.until("the display is listed", () -> displays.displays().stream()
                .anyMatch(row -> row.id().equals(screen)));
        hands.click(hands.see(() -> stage.find(ScreenRole.WORK, "display-" + screen)));
        hands.until(
                "the display is selected",
                () -> displays.selectedProperty().get().equals(Optional.of(screen)));
    }

    private ScreenId screen(ScreenRole role) throws ShiftException {
        return stage.room()
                .desk()
                .planProperty()
                .get()
                .screenOf(role)
                .orElseThrow(() -> new ShiftException("no screen for " + role))
                .id();
    }

    private StoredRun run(QaKind kind, KeyCode key) throws CandelaException {
        ScreenId screen = hands.see(() -> displays.selectedProperty().get().orElseThrow());
        long before =
                stage.behind().ledger().latest(screen).map(StoredRun::sequence).orElse(0L);
        hands.press(key, KeyCode.CONTROL, KeyCode.SHIFT);
        hands.until(
                kind.title(),
                A_RUN,
                () -> newest() > before && !displays.progressProperty().get().isRunning());
        StoredRun run =
                hands.see(() -> displays.resultsProperty().get().runs().get(0)).run();
        ShiftException.require(run.kind() == kind, "another run was recorded");
        ShiftException.require(run.overall() != Assessment.FAIL, run.summary());
        return run;
    }

    private long newest() {
        return displays.resultsProperty().get().runs().stream()
                .mapToLong(found -> found.run().sequence())
                .max()
                .orElse(0);
    }

    private String ready() throws ShiftException {
        hands.press(KeyCode.F6);
        hands.until(
                "primary reading is allowed", () -> readiness.allowedProperty().get());
        return hands.see(() -> readiness.items().stream()
                .map(item -> item.title() + ": " + item.status())
                .collect(Collectors.joining("; ")));
    }

    // [impl->req~demo.shift-report~1]
    private String report() throws CandelaException, IOException {
        select(ScreenRole.DIAGNOSTIC_LEFT);
        long calibration = hands.see(() -> displays.resultsProperty().get().runs().stream()
                .map(RunFindings::run)
                .filter(run -> run.kind() == QaKind.CALIBRATION)
                .findFirst()
                .orElseThrow()
                .sequence());
        hands.act(() -> displays.lookAt(calibration));
        Path folder = Files.createDirectories(stage.out().resolve("qa-report"));
        var exported = hands.see(() -> displays.exportReport(folder))
                .join()
                .orElseThrow(() -> new ShiftException("no report was written"));
        for (Path file : List.of(exported.pdf(), exported.json())) {
            ShiftException.require(QaReport.verify(file).check() == Check.UNCHANGED, file + " does not verify");
            ShiftException.require(
                    QaReport.verify(withOneByteChanged(file)).check() != Check.UNCHANGED,
                    file + " verifies when changed");
        }
        return exported.pdf().getFileName() + " and " + exported.json().getFileName()
                + " verify; with one byte changed neither does; key " + exported.keyFingerprint();
    }

    private static Path withOneByteChanged(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path copy = Files.createTempFile("candela-changed", file.getFileName().toString());
        copy.toFile().deleteOnExit();
        return Files.write(copy, bytes);
    }

    private String audit() throws CandelaException {
        AuditVerification found = AuditVerifier.verify(stage.behind().database());
        ShiftException.require(found.isIntact(), String.valueOf(found));
        return found.<String>match(
                intact -> intact.eventCount() + " events, head "
                        + intact.headHash().substring(0, 16),
                broken -> "");
    }
}
