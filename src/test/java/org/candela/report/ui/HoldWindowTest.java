package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.MovableClock;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.ReportState;
import org.candela.report.ReportStates;
import org.candela.report.SignatureMeaning;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.hold~1]
class HoldWindowTest {
    private final ReportDraft draft = ReportSamples.draft();
    private final List<String> saved = new ArrayList<>();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private ReportStates states;
    private Stage owner;

    @SuppressWarnings("NullAway.Init") // set by each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set by each test
    private HoldModel model;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        ledger = ReportSamples.ledger(folder, new MovableClock());
        states = new ReportStates(ledger);
        Fx.run(Theme::install);
        owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 900, 600));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.hide();
            owner.hide();
        });
        ledger.database().close();
    }

    private void openWindow() {
        model = new HoldModel(
                new HoldModel.Means(states, ReportSamples.SIGNER.id(), () -> saved.add("saved")),
                new ReportViewModel.Threads(Runnable::run, new UiExecutor()));
        stage = Fx.call(() -> {
            Stage made = new Stage();
            HoldWindow window = new HoldWindow(made, owner, model);
            var unused = model.open(draft.id());
            window.open();
            return made;
        });
        Fx.until(
                "it is known where it stands",
                () -> model.standingProperty().get().isPresent());
        Fx.settle();
    }

    @Test
    void aDraftIsHeldAndReleasedWithAReasonByEnter() throws Exception {
        openWindow();
        assertEquals("Draft: being written", label("hold-state"));
        assertTrue(Fx.call(() -> find("hold-reason").isFocused()), "one types at once");
        enter("");
        assertEquals("Type the reason first.", label("hold-notice"));

        enter("order is missing");
        Fx.until("held", () -> labelHere("hold-state").equals("Held, nobody can sign it: order is missing"));
        assertEquals(List.of("saved"), saved);
        assertEquals(ReportState.HELD, states.of(draft.id()));
        Looks.at(stage.getScene(), "report-hold");

        enter("order came");
        Fx.until("released", () -> labelHere("hold-state").equals("Draft: being written"));
        assertEquals(
                List.of("order is missing", "order came"),
                states.steps(draft.id()).stream().map(ReportStates.Step::reason).toList());
        assertTrue(Fx.call(() -> stage.isShowing()));
    }

    @Test
    void aFinalReportCannotBeHeldAndTheWindowSaysWhat() throws Exception {
        ReportSamples.signing(ledger).sign(ReportSamples.request(draft, SignatureMeaning.FINAL));
        openWindow();

        assertEquals("Final, signed", label("hold-state"));
        assertTrue(Fx.call(() -> ((TextField) find("hold-reason")).isDisabled()));
        assertTrue(Fx.call(() -> ((Button) find("hold-act")).isDisabled()));
        assertFalse(Fx.call(() -> model.isMovable()));
    }

    private void enter(String reason) {
        Fx.run(() -> {
            TextField field = (TextField) find("hold-reason");
            field.setText(reason);
            field.fireEvent(new ActionEvent());
        });
        Fx.settle();
    }

    private String label(String id) {
        return Fx.call(() -> labelHere(id));
    }

    private String labelHere(String id) {
        return ((Label) find(id)).getText();
    }

    private Node find(String id) {
        return stage.getScene().getRoot().lookup("#" + id);
    }
}
