package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.report.DeliveryStanding;
import org.candela.report.DeliveryStanding.Alarm;
import org.candela.report.DeliveryStanding.State;
import org.candela.report.SignatureMeaning;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each channel of a version stands for itself, in words, and what is stuck says what to do. */
// [utest->req~delivery.channels~1]
class DeliveryPaneTest {
    @TempDir
    private Path folder;

    @Test
    void eachChannelIsToldInWordsAndWhatIsStuckCanBeSentAgain() throws Exception {
        Fx.start();
        try (DeskFixture desk = new DeskFixture(folder)) {
            Stage stage = Fx.call(() -> shown(desk));
            try {
                Fx.run(() -> {
                    desk.open();
                    tell(desk, "archive", "DICOM_WEB", State.QUEUED, Alarm.AMBER, "the server cannot be reached");
                    tell(desk, "hl7", "HL7", State.ACKNOWLEDGED, Alarm.NONE, "");
                    tell(desk, "portal", "FHIR", State.REJECTED, Alarm.RED, "AE Patient does not match order");
                    desk.deliveries.become(standing(desk, 1, "hl7", "HL7", State.ACKNOWLEDGED, Alarm.NONE, ""));
                });
                Looks.at(stage.getScene(), "delivery-pane");

                Fx.run(() -> {
                    assertTrue(label(stage, "#delivery-2").startsWith("Final by DICOM object (web): waiting"));
                    assertTrue(label(stage, "#delivery-2-hl7").startsWith("Final by HL7 message: received"));
                    assertTrue(label(stage, "#delivery-2-portal").startsWith("Final by FHIR: refused"));
                    assertTrue(
                            stage.getScene().getRoot().lookupAll(".detail").stream()
                                    .map(node -> ((Label) node).getText())
                                    .anyMatch(text ->
                                            text.endsWith("withdraw it as of the wrong patient (Ctrl+Shift+F8)")),
                            "what to do next is told by what was refused");
                    ((Button) stage.getScene().lookup("#delivery-retry-2-portal")).fire();
                });
                assertEquals(List.of(2), desk.deliveries.retried);
            } finally {
                Fx.run(stage::hide);
            }
        }
    }

    private static Stage shown(DeskFixture desk) {
        StackPane root = new StackPane(new DeliveryPane(desk.model, Messages.of(ReportView.class)).root());
        root.getStyleClass().add("root-pane");
        Stage stage = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(root, 460, 320);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void tell(DeskFixture desk, String name, String way, State state, Alarm alarm, String answer) {
        desk.deliveries.standings.add(standing(desk, 2, name, way, state, alarm, answer));
    }

    private static DeliveryStanding standing(
            DeskFixture desk, int version, String name, String way, State state, Alarm alarm, String answer) {
        return new DeliveryStanding(
                desk.model.reportProperty().get().orElseThrow().draft().id(),
                version,
                version == 1 ? SignatureMeaning.PRELIMINARY : SignatureMeaning.FINAL,
                new DeliveryStanding.Channel(name, way, true),
                state,
                alarm,
                desk.clock.instant(),
                3,
                answer);
    }

    private static String label(Stage stage, String id) {
        return ((Label) stage.getScene().lookup(id)).getText();
    }
}
