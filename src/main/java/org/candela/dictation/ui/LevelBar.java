package org.candela.dictation.ui;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.candela.dictation.sound.Level;
import org.candela.dictation.sound.LevelMeter;
import org.candela.dictation.sound.LevelMeter.Warning;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** The level as a bar of 60 dB with its peak in figures, and a warning in words beside it. FX thread. */
final class LevelBar {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 8;
    private static final double RANGE_DB = 60;

    private final Messages words;
    private final Region fill = new Region();
    private final Label peak = new Label();
    private final Label warning = StatusMark.of(Tone.CAUTION, "");
    private final HBox root;

    LevelBar(Messages words) {
        this.words = words;
        Pane track = new Pane(fill);
        track.getStyleClass().add("level-track");
        track.setMinSize(WIDTH, HEIGHT);
        track.setMaxSize(WIDTH, HEIGHT);
        fill.getStyleClass().add("level-fill");
        fill.setPrefHeight(HEIGHT);
        fill.setId("dictation-level");
        peak.getStyleClass().add("number");
        peak.setMinWidth(Region.USE_PREF_SIZE);
        warning.setId("dictation-level-warning");
        root = new HBox(10, track, peak, warning);
        root.setAlignment(Pos.CENTER_LEFT);
        show(LevelMeter.Reading.NOTHING);
    }

    Node root() {
        return root;
    }

    void show(LevelMeter.Reading reading) {
        double share = Math.max(0, Math.min(1, 1 + reading.level().rmsDbfs() / RANGE_DB));
        fill.setPrefWidth(WIDTH * share);
        boolean isNothing = reading.level().peakDbfs() <= Level.FLOOR;
        peak.setText(
                isNothing
                        ? words.text("level.none")
                        : words.text(
                                "level.peak",
                                String.format(
                                        Locale.ROOT, "%.0f", reading.level().peakDbfs())));
        warning.setVisible(reading.warning() != Warning.NONE);
        if (reading.warning() != Warning.NONE) {
            String key = "level." + reading.warning().name().toLowerCase(Locale.ROOT);
            StatusMark.show(warning, Tone.CAUTION, words.text(key));
        }
    }
}
