package org.candela.critical.ui;

import java.time.Duration;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.critical.LoopStanding;
import org.candela.critical.LoopStanding.Urgency;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.candela.ui.WhileShown;
import org.jspecify.annotations.Nullable;

/**
 * The list with critical results behind it: a line above the list while one is open, which nothing takes away; the record in the
 * list's place, beside the report. Binds and decides nothing. FX thread.
 */
// [impl->req~critical.desk~1]
public final class CriticalView extends BorderPane {
    private static final double ROWS = 110;

    private final CriticalViewModel model;
    private final Messages words = Messages.of(CriticalView.class);
    private final ListView<LoopStanding> list = new ListView<>();
    private final CallForm form;
    private final Node below;
    private final VBox panel;
    /** Where the reader was before. */
    private Node caret;

    private CriticalView(Node below, CriticalViewModel model) {
        this.model = model;
        this.below = below;
        this.caret = below;
        this.form = new CallForm(model, words);
        this.panel = panel();
        setTop(line());
        setCenter(new StackPane(below, panel));
        show(false);
        WhileShown.repeat(this, Duration.ofSeconds(1), () -> {
            model.tick();
            form.tick();
        });
    }

    /** {@code below}, whose place critical results take while they are open. */
    public static CriticalView over(Node below, CriticalViewModel model) {
        return new CriticalView(below, model);
    }

    static Tone tone(LoopStanding standing) {
        return tone(standing.urgency());
    }

    private static Tone tone(Urgency urgency) {
        return switch (urgency) {
            case IN_TIME -> Tone.NEUTRAL;
            case AMBER -> Tone.CAUTION;
            case RED -> Tone.BAD;
        };
    }

    /** Goes to the list, to the most urgent one; back when it is open. */
    public void toggle() {
        if (panel.isVisible()) {
            back();
            return;
        }
        remember();
        show(true);
        list.getSelectionModel().selectFirst();
        choose();
        list.requestFocus();
    }

    /** Goes to the form, which the model has filled. */
    public void write() {
        remember();
        show(true);
        form.focus();
    }

    private void remember() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (!panel.isVisible() && owner != null) {
            caret = owner;
        }
    }

    private void back() {
        model.leave();
        show(false);
        caret.requestFocus();
    }

    private void show(boolean isPanel) {
        panel.setVisible(isPanel);
        below.setVisible(!isPanel);
    }

    private HBox line() {
        Label count = StatusMark.of(Tone.NEUTRAL, "");
        count.setId("critical-open-line");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setStyle("-fx-padding: 6 12 6 12;");
        Runnable tell = () -> {
            String said = model.summaryProperty().get();
            StatusMark.show(count, tone(model.urgencyProperty().get()), said);
            line.setVisible(!said.isEmpty());
            line.setManaged(!said.isEmpty());
        };
        model.summaryProperty().addListener((value, before, now) -> tell.run());
        model.urgencyProperty().addListener((value, before, now) -> tell.run());
        tell.run();
        return line;
    }

    private VBox panel() {
        Label title = new Label(words.text("title"));
        title.getStyleClass().add("panel-title");
        Label help = new Label(words.text("help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("critical-list");
        list.setItems(model.standings());
        list.setCellFactory(view -> new Line());
        keepSelection();
        list.setPlaceholder(new Label(words.text("none")));
        list.setPrefHeight(ROWS);
        list.setMinHeight(ROWS / 2);
        ScrollPane scroll = new ScrollPane(form.root());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setStyle("-fx-background-color: transparent;");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(8, title, help, list, scroll);
        box.setId("critical");
        box.getStyleClass().add("panel");
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        return box;
    }

    /** Times move on each second; the selection stays on its critical result. */
    private void keepSelection() {
        UUID[] chosen = new UUID[1];
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                chosen[0] = now.loop().id();
            }
        });
        model.standings().addListener((ListChangeListener<LoopStanding>) change -> model.standings().stream()
                .filter(standing -> standing.loop().id().equals(chosen[0]))
                .findFirst()
                .ifPresent(standing -> list.getSelectionModel().select(standing)));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
            choose();
            form.focus();
            event.consume();
        }
    }

    private void choose() {
        LoopStanding selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.choose(selected.loop());
        }
    }

    /** Urgency is told by a shape and words, not by colour alone. */
    private final class Line extends ListCell<LoopStanding> {
        @Override
        protected void updateItem(@Nullable LoopStanding standing, boolean isEmpty) {
            super.updateItem(standing, isEmpty);
            if (isEmpty || standing == null) {
                setGraphic(null);
                return;
            }
            boolean isOpen = standing.loop().state().isOpen();
            Label first = StatusMark.of(
                    isOpen ? tone(standing) : Tone.GOOD,
                    words.text(
                            "line",
                            isOpen
                                    ? model.left(standing)
                                    : words.text("form.state." + standing.loop().state()),
                            standing.loop().finding(),
                            standing.loop().category().number(),
                            Formats.personName(standing.loop().subject().patientName()),
                            standing.loop().subject().facility()));
            Label second = new Label(isOpen ? model.next(standing) : "");
            second.getStyleClass().add("muted");
            setGraphic(isOpen ? new VBox(2, first, second) : first);
        }
    }
}
