package org.candela.report.ui;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.report.ReportStates;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands, its steps, and a line for the reason: Enter holds it, or releases it when it is held; Esc leaves all as
 * it is. Binds and decides nothing. FX thread.
 */
// [impl->req~report.hold~1]
public final class HoldWindow {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 420;

    private final Stage stage;
    private final HoldModel model;
    private final Messages words = Messages.of(HoldModel.class);
    private final Label state = new Label();
    private final ListView<ReportStates.Step> steps = new ListView<>();
    private final TextField reason = new TextField();
    private final Label reasonName = new Label();
    private final Button act = new Button();

    /** Puts it into {@code stage}, over {@code owner} and with words as large. */
    public HoldWindow(Stage stage, Window owner, HoldModel model) {
        this.stage = stage;
        this.model = model;
        VBox root = new VBox(12, state, steps, reasonName, reason, bar());
        root.setId("hold");
        root.setPadding(new Insets(18));
        VBox.setVgrow(steps, Priority.ALWAYS);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, HoldWindow.class.getResource("versions.css"));
        stage.setTitle(words.text("hold.title"));
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        state.setId("hold-state");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        steps.setId("hold-steps");
        steps.setFocusTraversable(false);
        steps.setPlaceholder(new Label(words.text("hold.steps.none")));
        steps.setCellFactory(view -> new StepCell());
        reason.setId("hold-reason");
        reason.setOnAction(enter -> move());
        reasonName.setLabelFor(reason);
        model.standingProperty().addListener((value, before, now) -> show(now));
        show(model.standingProperty().get());
    }

    /** Shows it; the reason has the keyboard. */
    public void open() {
        stage.show();
        reason.requestFocus();
    }

    private HBox bar() {
        Label notice = new Label();
        notice.setId("hold-notice");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(notice, Priority.ALWAYS);
        notice.setMaxWidth(Double.MAX_VALUE);
        model.noticeProperty().addListener((value, before, now) -> StatusMark.show(notice, now.tone(), now.text()));
        act.setId("hold-act");
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.setOnAction(click -> move());
        Button close = new Button(words.text("hold.close"));
        close.setCancelButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(click -> stage.hide());
        HBox bar = new HBox(10, notice, act, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void move() {
        var unused = model.move(reason.getText());
    }

    private void show(Optional<HoldModel.Standing> now) {
        boolean isHeld = now.filter(HoldModel.Standing::isHeld).isPresent();
        boolean isMovable = model.isMovable();
        String name =
                now.map(found -> words.text("hold.state." + found.state())).orElse(words.text("hold.looking"));
        String told = isHeld ? words.text("hold.is-held", now.orElseThrow().reason()) : name;
        StatusMark.show(state, isHeld ? Tone.CAUTION : Tone.NEUTRAL, told);
        steps.getItems().setAll(now.map(HoldModel.Standing::steps).orElse(java.util.List.of()));
        reason.clear();
        reason.setDisable(!isMovable);
        act.setDisable(!isMovable);
        act.setText(words.text(isHeld ? "hold.release" : "hold.hold"));
        reasonName.setText(words.text(
                now.isPresent() && !isMovable ? "hold.cannot" : isHeld ? "hold.why-release" : "hold.why-hold"));
        if (isMovable) {
            reason.requestFocus(); // it could not take the keyboard while it was not known where the report stands
        }
    }

    private final class StepCell extends ListCell<ReportStates.Step> {
        private StepCell() {
            setPrefWidth(0); // as wide as the list, not as the words
        }

        @Override
        protected void updateItem(ReportStates.@Nullable Step step, boolean isEmpty) {
            super.updateItem(step, isEmpty);
            setText(isEmpty || step == null ? null : model.line(step));
            setWrapText(!isEmpty);
        }
    }
}
