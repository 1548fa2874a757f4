package org.candela.dictation.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.ui.SoundDevices.Keeping;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The report, and below it the panel of dictation while it is wanted: arrows choose an utterance, Enter plays it, Delete deletes
 * it, Escape goes back. Binds and decides nothing. FX thread.
 */
public final class DictationView extends BorderPane {
    private static final double LIST_HEIGHT = 132;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Node report;
    private final DictationViewModel model;
    private final Messages words = Messages.of(DictationView.class);
    private final Label state = StatusMark.of(Tone.NEUTRAL, "");
    private final Label accuracy = new Label();
    private final ListView<HeardLine> list = new ListView<>();
    private final ComboBox<Microphone> choice = new ComboBox<>();
    private final VBox panel;
    /** Where the reader was before. */
    private Node caret;

    private DictationView(Node report, DictationViewModel model) {
        this.report = report;
        this.model = model;
        this.caret = report;
        this.panel = panel();
        getStylesheets()
                .add(Objects.requireNonNull(DictationView.class.getResource("dictation.css"))
                        .toExternalForm());
        setCenter(report);
        model.standingProperty().addListener((value, before, now) -> show(now));
        model.accuracy().addListener((javafx.beans.Observable changed) -> showAccuracy());
        show(model.standingProperty().get());
        showAccuracy();
    }

    /** {@code report}, under which the panel comes and goes. */
    public static DictationView under(Node report, DictationViewModel model) {
        return new DictationView(report, model);
    }

    /** Shows the panel and goes to the utterances in it; back to the report when it is shown. */
    public void toggle() {
        if (getBottom() != null) {
            back();
            return;
        }
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        caret = owner == null ? report : owner;
        setBottom(panel);
        var unused = model.refresh();
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void back() {
        setBottom(null);
        caret.requestFocus();
    }

    private VBox panel() {
        Label title = new Label(words.text("title"));
        title.getStyleClass().add("panel-title");
        state.setId("dictation-state");
        state.setWrapText(true);
        LevelBar bar = new LevelBar(words);
        model.levelProperty().addListener((value, before, now) -> bar.show(now));
        Label engine = new Label();
        engine.setId("dictation-engine");
        engine.setWrapText(true);
        engine.textProperty().bind(model.engineProperty());
        accuracy.setId("dictation-accuracy");
        accuracy.setWrapText(true);
        GridPane facts = new GridPane();
        facts.setHgap(14);
        facts.setVgap(6);
        row(facts, "row.microphone", microphones());
        row(facts, "row.level", bar.root());
        row(facts, "row.engine", engine);
        row(facts, "row.accuracy", accuracy);
        row(facts, "row.keeping", keeping());
        Label help = new Label(words.text("help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        VBox all = new VBox(8, title, state, facts, utterances(), help, problem());
        all.setId("dictation-panel");
        all.getStyleClass().add("panel");
        all.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        return all;
    }

    private Label keeping() {
        Label keeping = StatusMark.of(Tone.NEUTRAL, "");
        keeping.setId("dictation-keeping");
        keeping.setWrapText(true);
        keeping.setMinHeight(Region.USE_PREF_SIZE);
        showKeeping(keeping, model.keepingProperty().get());
        model.keepingProperty().addListener((value, before, now) -> showKeeping(keeping, now));
        return keeping;
    }

    private void showKeeping(Label label, Keeping now) {
        StatusMark.show(
                label,
                now == Keeping.SEALED ? Tone.GOOD : Tone.CAUTION,
                words.text("keeping." + now.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private Label problem() {
        Label problem = StatusMark.of(Tone.BAD, "");
        problem.setWrapText(true);
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.problemProperty().addListener((value, before, now) -> StatusMark.show(problem, Tone.BAD, now));
        return problem;
    }

    private void row(GridPane facts, String key, Node node) {
        Label name = new Label(words.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), name, node);
    }

    private Node microphones() {
        choice.setId("dictation-microphone");
        choice.setItems(model.microphones());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(words.text("microphone.none"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Microphone microphone) {
                return microphone == null ? "" : microphone.name();
            }

            @Override
            public @Nullable Microphone fromString(String name) {
                return null; // it is chosen, not typed
            }
        });
        model.microphoneProperty().addListener((value, before, now) -> showChosen(now));
        model.microphones()
                .addListener((javafx.beans.Observable changed) ->
                        showChosen(model.microphoneProperty().get()));
        choice.setOnAction(event -> {
            Microphone chosen = choice.getValue();
            if (chosen != null
                    && !chosen.name().equals(model.microphoneProperty().get())) {
                model.choose(chosen);
            }
        });
        return choice;
    }

    private void showChosen(String name) {
        model.microphones().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .ifPresent(choice::setValue);
    }

    private Node utterances() {
        list.setId("dictation-utterances");
        list.setItems(model.lines());
        list.setPrefHeight(LIST_HEIGHT);
        list.setPlaceholder(new Label(words.text("utterances.none")));
        list.setCellFactory(view -> new Line());
        return list;
    }

    private void onKey(KeyEvent event) {
        HeardLine line = list.getSelectionModel().getSelectedItem();
        boolean isInList = list.isFocused();
        if (event.getCode() == KeyCode.ESCAPE) {
            back();
        } else if (event.getCode() == KeyCode.ENTER && isInList && line != null) {
            model.replay(line);
        } else if (event.getCode() == KeyCode.DELETE && isInList && line != null) {
            model.discard(line);
        } else {
            return;
        }
        event.consume();
    }

    private void show(DictationStanding now) {
        String waiting = now.waiting() == 0 ? "" : "   " + words.text("waiting", now.waiting());
        if (now.isTroubled()) {
            StatusMark.show(state, Tone.CAUTION, now.trouble() + waiting);
        } else {
            Tone tone = now.isRecording() ? Tone.GOOD : Tone.NEUTRAL;
            String key = "state." + now.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            StatusMark.show(state, tone, words.text(key) + waiting);
        }
    }

    private void showAccuracy() {
        accuracy.setText(
                model.accuracy().stream().findFirst().map(this::text).orElseGet(() -> words.text("accuracy.none")));
    }

    private String text(AccuracyDay day) {
        return words.text(
                "accuracy.day",
                day.day().toString(),
                String.format(Locale.ROOT, "%.1f", 100 * day.accuracy().editRate()),
                day.accuracy().words(),
                String.format(Locale.ROOT, "%.0f", 100 * day.accuracy().termRecall()),
                day.accuracy().sideSlips(),
                day.accuracy().negationSlips());
    }

    /** Time and words; what was not understood says so. */
    private final class Line extends ListCell<HeardLine> {
        private Line() {
            setPrefWidth(0); // as wide as the list, not as the words
        }

        @Override
        protected void updateItem(@Nullable HeardLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            String said = line.words().isEmpty() ? words.text("utterances.nothing") : line.words();
            Label time = new Label(TIME.format(line.at()));
            time.getStyleClass().addAll("number", "muted");
            time.setMinWidth(Region.USE_PREF_SIZE);
            javafx.scene.layout.HBox row = new javafx.scene.layout.HBox(12, time, new Label(said));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
