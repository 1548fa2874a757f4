package org.candela.report.ui;

import java.time.Clock;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.candela.dictation.DictationStanding;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/**
 * Whether the microphone is on and where words go, large enough for a glance in the dark, and the command that was heard last.
 * The whole desk changes its ground while it is on. FX thread.
 */
// [impl->req~report.recording-seen~1]
final class VoiceBar {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    private static final Duration TOLD_FOR = Duration.ofSeconds(5);
    /** A filled circle, as recorders have it. */
    private static final String RECORD = "M6 0a6 6 0 1 0 0.01 0z";

    private final ReportViewModel model;
    private final Messages words;
    private final Clock clock;
    private final Region desk;
    private final HBox root = new HBox(14);

    /** @param desk what changes its ground */
    VoiceBar(ReportViewModel model, Region desk) {
        this.model = model;
        this.words = model.words;
        this.clock = model.clock;
        this.desk = desk;
        root.setId("report-voice");
        root.setAlignment(Pos.CENTER_LEFT);
        model.spoken().standingProperty().addListener((value, before, now) -> show());
        model.heardProperty().addListener((value, before, now) -> show());
        model.placeProperty().addListener((value, before, now) -> show());
        model.macros.offer().addListener((value, before, now) -> show());
        model.reportProperty().addListener((value, before, now) -> show());
        show();
    }

    Node root() {
        return root;
    }

    /** What was told long ago goes. */
    void show() {
        DictationStanding standing = model.spoken().standingProperty().get();
        desk.pseudoClassStateChanged(RECORDING, standing.isRecording());
        root.getChildren().setAll(state(standing));
        Heard heard = model.heardProperty().get();
        boolean isFresh = !heard.text().isEmpty()
                && Duration.between(heard.at(), clock.instant()).compareTo(TOLD_FOR) < 0;
        if (isFresh) {
            Label told = StatusMark.of(heard.tone(), heard.text());
            told.setId("report-heard");
            root.getChildren().add(told);
        }
        model.macros.offer().get().ifPresent(offer -> root.getChildren().add(preview(offer.macro())));
    }

    private Label preview(ReadyMacro macro) {
        Label shown = new Label(words.text("report.macro.offer", macro.text().replace('\n', ' ')));
        shown.setId("report-macro");
        shown.getStyleClass().add("macro-offer");
        return shown;
    }

    private Label state(DictationStanding standing) {
        String target = model.desk().nameOf(model.placeProperty().get().fieldId());
        Label label;
        if (standing.isRecording()) {
            String key = target.isEmpty() ? "report.voice.recording" : "report.voice.recording-into";
            label = StatusMark.withShape(Tone.BAD, RECORD, words.text(key, target));
        } else if (standing.state() == DictationStanding.State.CATCHING_UP) {
            label = StatusMark.of(Tone.NEUTRAL, words.text("report.voice.catching-up"));
        } else {
            label = new Label(model.speech());
            label.getStyleClass().add("muted");
        }
        label.setId("report-voice-state");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
