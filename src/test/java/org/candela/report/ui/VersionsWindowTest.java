package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.MovableClock;
import org.candela.report.AmendmentAutosave;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signing;
import org.candela.report.template.Templates;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.versions-window~1]
class VersionsWindowTest {
    @TempDir
    private Path folder;

    private Ledger ledger;
    private Reports reports;
    private Signing signing;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private Stage owner;
    private Stage stage;
    private VersionsModel model;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, new MovableClock());
        reports = new Reports(ledger.database(), Templates.shipped());
        Signing signing = ReportSamples.signing(ledger);
        ReportDraft draft = ReportSamples.draft();
        signing.sign(ReportSamples.request(draft, SignatureMeaning.PRELIMINARY));
        signing.sign(
                ReportSamples.request(draft.withText("impression", "No acute chest disease."), SignatureMeaning.FINAL));
        Fx.run(Theme::install);
        owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 1200, 800));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
        this.signing = signing;
        openWindow();
    }

    private void openWindow() {
        stage = Fx.call(Stage::new);
        model = new VersionsModel(
                new VersionsModel.Means(
                        reports,
                        signing,
                        ReportSamples.SIGNER,
                        new AmendmentAutosave(ledger.database(), scheduler, ledger.clock())),
                new ReportViewModel.Threads(Runnable::run, new UiExecutor()));
        Fx.run(() -> {
            VersionsWindow window = new VersionsWindow(stage, owner, model);
            var unused = model.open(ReportSamples.study());
            window.open();
        });
        Fx.until("versions are here", () -> model.versions().size() == 2);
        Fx.settle();
    }

    // [utest->req~report.amendment-autosave~1]
    @Test
    void whatWasTypedIsHereAgainAfterTheWindowIsGone() throws Exception {
        Fx.run(() -> {
            kind().setValue(SignatureMeaning.CORRECTED);
            ((TextArea) find("versions-change")).setText("The side was wrong.");
            ((TextField) find("versions-told")).setText("Dr. Order");
        });
        Fx.until("it is saved", Duration.ofSeconds(5), () -> ((Label) find("versions-saving"))
                .getText()
                .startsWith("Saved"));
        Fx.run(stage::hide);

        openWindow();

        assertEquals(SignatureMeaning.CORRECTED, Fx.call(() -> kind().getValue()));
        assertEquals("The side was wrong.", Fx.call(() -> ((TextArea) find("versions-change")).getText()));
        assertEquals("Dr. Order", Fx.call(() -> ((TextField) find("versions-told")).getText()));
        assertTrue(Fx.call(() -> ((Label) find("versions-notice")).getText()).startsWith("What you had written"));
        Looks.at(stage.getScene(), "report-versions-begun");
    }

    // [utest->req~report.amendment-autosave~1]
    @Test
    void whatIsSignedComesNotAgain() throws Exception {
        type("A prior CT came: unchanged.", "", "2468");
        Fx.until("signed", () -> model.versions().size() == 3);
        Fx.settle();

        assertEquals("", Fx.call(() -> ((TextArea) find("versions-change")).getText()));
        assertEquals(
                Optional.empty(),
                new AmendmentAutosave(ledger.database(), scheduler, ledger.clock())
                        .of(model.reportProperty().get().orElseThrow().draft().id(), 3));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.hide();
            owner.hide();
        });
        scheduler.shutdownNow();
        ledger.database().close();
    }

    @Test
    void whatTheNewestVersionChangedIsMarkedByMoreThanColour() throws Exception {
        assertEquals("chest", marked(Text::isUnderline));
        assertEquals("", marked(Text::isStrikethrough));
        Looks.at(stage.getScene(), "report-versions");
    }

    @Test
    void withLargeLettersTheSignatureIsStillInTheWindow() throws Exception {
        Fx.run(() -> {
            owner.getScene().getRoot().setStyle("-fx-font-size: 20px");
            kind().setValue(SignatureMeaning.CORRECTED);
        });
        Looks.at(stage.getScene(), "report-versions-large");

        Fx.run(() -> {
            javafx.geometry.Bounds sign =
                    find("versions-sign").localToScene(find("versions-sign").getBoundsInLocal());
            assertTrue(
                    sign.getMaxY() <= stage.getScene().getHeight(),
                    sign + " in " + stage.getScene().getHeight());
            assertTrue(
                    sign.getMaxX() <= stage.getScene().getWidth(),
                    sign + " in " + stage.getScene().getWidth());
        });
    }

    @Test
    void anAddendumIsWrittenAndSignedHere() throws Exception {
        type("A prior CT came: unchanged.", "", "2468");

        Fx.until("signed", () -> model.versions().size() == 3);

        SignedReport added = reports.open(ReportSamples.study()).newest().orElseThrow();
        assertEquals(SignatureMeaning.ADDENDUM, added.meaning());
        assertEquals("A prior CT came: unchanged.", added.amendment().text());
    }

    @Test
    void aCorrectionWithoutWhoWasToldIsNotSignedAndSaysSo() throws Exception {
        Fx.run(() -> kind().setValue(SignatureMeaning.CORRECTED));
        type("The side was wrong.", "", "2468");

        Fx.until("told", () -> !model.findings().isEmpty());
        assertTrue(Fx.call(() -> ((Label) find("versions-notice")).getText()).startsWith("Nothing is signed"));
        Fx.settle();
        Looks.at(stage.getScene(), "report-correction");

        type("The side was wrong.", "Dr. Order, by phone, 01:40", "2468");
        Fx.until("signed", () -> model.versions().size() == 3);
        assertEquals(
                "Dr. Order, by phone, 01:40",
                reports.open(ReportSamples.study())
                        .newest()
                        .orElseThrow()
                        .amendment()
                        .told());
    }

    @Test
    void aWarningIsSignedOnlyWhenItWasSeen() throws Exception {
        type("The prostate is enlarged.", "", "2468");
        Fx.until("warned", () -> !model.findings().isEmpty());
        assertEquals("sign.sex", model.findings().get(0).ruleId());

        Fx.run(() -> ((CheckBox) find("versions-seen")).setSelected(true));
        type("The prostate is enlarged.", "", "2468");

        Fx.until("signed", () -> model.versions().size() == 3);
    }

    private String marked(java.util.function.Predicate<Text> mark) {
        return Fx.call(() -> ((TextFlow) find("versions-text"))
                .getChildren().stream()
                        .map(Text.class::cast)
                        .filter(mark)
                        .map(Text::getText)
                        .collect(Collectors.joining("|"))
                        .strip());
    }

    @SuppressWarnings("unchecked") // the window has one of them
    private ComboBox<SignatureMeaning> kind() {
        return (ComboBox<SignatureMeaning>) find("versions-kind");
    }

    private javafx.scene.Node find(String id) {
        return stage.getScene().getRoot().lookupAll("#" + id).stream()
                .findFirst()
                .orElseGet(() -> found(id));
    }

    /** What lies in a scroll pane is not looked up from the root before it was laid out. */
    private javafx.scene.Node found(String id) {
        throw new AssertionError("no " + id + " in " + List.of(stage.getScene().getRoot()));
    }

    private void type(String change, String told, String pin) {
        Fx.run(() -> {
            ((TextArea) find("versions-change")).setText(change);
            ((TextField) find("versions-told")).setText(told);
            ((PasswordField) find("versions-pin")).setText(pin);
            ((Button) find("versions-sign")).fire();
        });
        Fx.settle();
    }
}
