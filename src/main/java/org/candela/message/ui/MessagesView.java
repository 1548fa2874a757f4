package org.candela.message.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.message.FacilityMessage;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list with the messages of facilities behind it: a line above the list while some are unread; the messages in the
 * list's place, where arrows choose, Enter opens and Escape goes back. Binds and decides nothing. FX thread.
 */
// [impl->req~message.seen~1]
public final class MessagesView extends BorderPane {
    private static final double TEXT_SHARE = 260;

    private final MessagesViewModel model;
    private final Messages words = Messages.of(MessagesView.class);
    private final ListView<FacilityMessage> list = new ListView<>();
    private final TextArea text = new TextArea();
    private final Node below;
    private final VBox messages;
    /** Where the reader was before. */
    private Node caret;

    private MessagesView(Node below, MessagesViewModel model) {
        this.model = model;
        this.below = below;
        this.caret = below;
        this.messages = messages();
        setTop(line());
        setCenter(new StackPane(below, messages));
        showMessages(Shown.NO);
    }

    /** {@code below}, which the messages take the place of while they are open. */
    public static MessagesView over(Node below, MessagesViewModel model) {
        return new MessagesView(below, model);
    }

    private enum Shown {
        YES,
        NO
    }

    /** Goes to the messages, to the first unread one; back to the list when they are open. */
    public void toggle() {
        if (messages.isVisible()) {
            back();
            return;
        }
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        caret = owner == null ? below : owner;
        showMessages(Shown.YES);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void back() {
        model.close();
        showMessages(Shown.NO);
        caret.requestFocus();
    }

    private void showMessages(Shown shown) {
        messages.setVisible(shown == Shown.YES);
        below.setVisible(shown == Shown.NO);
    }

    private HBox line() {
        Label count = StatusMark.of(Tone.CAUTION, "");
        count.setId("messages-unread");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setStyle("-fx-padding: 6 12 6 12;");
        Runnable tell = () -> {
            int unread = model.unreadProperty().get();
            StatusMark.show(count, Tone.CAUTION, words.text(unread == 1 ? "unread.one" : "unread.more", unread));
            line.setVisible(unread > 0);
            line.setManaged(unread > 0);
        };
        model.unreadProperty().addListener((value, before, now) -> tell.run());
        tell.run();
        return line;
    }

    private VBox messages() {
        Label title = new Label(words.text("title"));
        title.getStyleClass().add("panel-title");
        Label help = new Label(words.text("help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        Label problem = StatusMark.of(Tone.BAD, "");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.problemProperty().addListener((value, before, now) -> StatusMark.show(problem, Tone.BAD, now));
        list.setId("messages-list");
        list.setItems(model.all());
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(new Label(words.text("none")));
        keepSelection();
        text.setId("messages-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setFocusTraversable(false);
        text.setPrefHeight(TEXT_SHARE);
        text.textProperty().bind(model.textProperty());
        text.visibleProperty().bind(model.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox panel = new VBox(8, title, help, list, text, problem);
        panel.setId("messages");
        panel.getStyleClass().add("panel");
        panel.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        return panel;
    }

    /** A message that was opened moves below the unread ones; the selection stays on it. */
    private void keepSelection() {
        long[] chosen = {-1};
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                chosen[0] = now.id();
            }
        });
        model.all().addListener((ListChangeListener<FacilityMessage>) change -> model.all().stream()
                .filter(message -> message.id() == chosen[0])
                .findFirst()
                .ifPresent(message -> list.getSelectionModel().select(message)));
    }

    private void onKey(KeyEvent event) {
        FacilityMessage chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && chosen != null) {
            var unused = model.open(chosen);
            event.consume();
        }
    }

    /** Unread ones are told by a shape and a word, not by colour alone. */
    private final class Line extends ListCell<FacilityMessage> {
        @Override
        protected void updateItem(@Nullable FacilityMessage message, boolean empty) {
            super.updateItem(message, empty);
            if (empty || message == null) {
                setGraphic(null);
                return;
            }
            Label line = message.isUnread()
                    ? StatusMark.of(Tone.CAUTION, words.text("line.unread", model.line(message)))
                    : new Label(words.text("line.read", model.line(message)));
            setGraphic(line);
        }
    }
}
