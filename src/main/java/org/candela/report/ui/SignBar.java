package org.candela.report.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.report.SignatureMeaning;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/**
 * PIN and signature. A signature asked for without a PIN leads to the PIN field, where Enter signs with the meaning that was
 * asked for. FX thread.
 */
final class SignBar {
    private final ReportViewModel model;
    private final Messages words;
    private final PasswordField pin = new PasswordField();
    private final Label notice = new Label();
    private final VBox root = new VBox(8);
    private SignatureMeaning asked = SignatureMeaning.FINAL;

    SignBar(ReportViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        notice.setId("report-notice");
        notice.getStyleClass().add("notice");
        model.noticeProperty().addListener((value, before, now) -> show(now));
        root.getChildren().addAll(notice, buttons());
        show(model.noticeProperty().get());
    }

    Node root() {
        return root;
    }

    void sign(SignatureMeaning meaning) {
        asked = meaning;
        if (pin.getText().isEmpty()) {
            StatusMark.show(notice, Tone.NEUTRAL, words.text("report.sign.pin-missing"));
            showNotice(true);
            pin.requestFocus();
            return;
        }
        char[] typed = pin.getText().toCharArray();
        pin.clear();
        root.requestFocus(); // or the keyboard would go to another panel with the bar that is disabled now
        var unused = model.sign(meaning, typed);
    }

    private HBox buttons() {
        Label signer = new Label(words.text("report.sign.signer", model.signerName()));
        signer.getStyleClass().add("muted");
        signer.setWrapText(true);
        pin.setId("report-pin");
        pin.setPromptText(words.text("report.sign.pin"));
        pin.setPrefColumnCount(7);
        pin.setOnAction(enter -> sign(asked));
        Button preliminary = button("report.sign.preliminary", "sign-preliminary", SignatureMeaning.PRELIMINARY);
        Button last = button("report.sign.final", "sign-final", SignatureMeaning.FINAL);
        last.getStyleClass().add("sign-final");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(10, signer, gap, pin, preliminary, last);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.disableProperty().bind(model.readOnlyProperty());
        bar.visibleProperty().bind(model.finalProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Button button(String key, String id, SignatureMeaning meaning) {
        Button button = new Button(words.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> sign(meaning));
        return button;
    }

    private void show(Notice now) {
        StatusMark.show(notice, now.tone(), now.text());
        showNotice(!now.text().isEmpty());
    }

    private void showNotice(boolean isShown) {
        notice.setVisible(isShown);
        notice.setManaged(isShown);
    }
}
