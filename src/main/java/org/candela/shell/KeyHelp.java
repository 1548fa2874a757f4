package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.ui.BalancedColumns;
import org.candela.ui.Messages;
import org.candela.viewer.ViewerAction;

/** Every command a screen offers with its key, in groups, over that screen. FX thread. */
// [impl->req~shell.key-help~1]
final class KeyHelp {
    /** The command that shows and hides it. */
    static final String COMMAND = "app.keys";

    /** Columns in units of the letters' size. */
    private static final double KEY_WIDTH = 9.2;

    private static final double TITLE_WIDTH = 24;
    /** Letters, px: on a screen upright there is room for larger ones. */
    private static final double LETTERS = 13;

    private static final double LARGE_LETTERS = 16;
    private static final double LEAST_LETTERS = 9;
    private static final double LARGE_HEIGHT = 1600;
    private static final double GAP = 14;

    private final Messages words = Messages.of(KeyHelp.class);
    private final CommandBus bus;
    private final Keyboard keyboard;
    private final Mouse mouse;
    private final TextSize size;
    private final Predicate<String> isOffered;
    private final BalancedColumns columns = new BalancedColumns(width(LETTERS), GAP);
    private final Label foot = new Label();
    private final BorderPane page = new BorderPane(columns);
    private final StackPane root = new StackPane();

    /** @param isOffered which commands the screen offers, by id */
    KeyHelp(CommandBus bus, ReadingRoom.Hands hands, Predicate<String> isOffered) {
        this.bus = bus;
        this.keyboard = hands.keyboard();
        this.mouse = hands.mouse();
        this.size = hands.textSize();
        this.isOffered = isOffered;
        foot.getStyleClass().add("muted");
        foot.setWrapText(true);
        page.setBottom(foot);
        page.getStyleClass().add("key-help");
        // Over the screen as it is, never wider: columns that do not fit are the sign of a mistake in the groups.
        columns.setMinSize(0, 0);
        page.setMinSize(0, 0);
        root.setMinSize(0, 0);
        root.setId("key-help");
        root.getChildren().add(page);
        root.setOnMousePressed(event -> hide());
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    boolean isShowing() {
        return root.isVisible();
    }

    /** Whether keys go to this screen. */
    boolean hasKeyboard() {
        return root.getScene() != null && root.getScene().getWindow().isFocused();
    }

    /** Shows it with the keys of now, or hides it. */
    void toggle() {
        if (isShowing()) {
            hide();
        } else {
            root.setVisible(true);
            fill();
            fit();
        }
    }

    private void hide() {
        root.setVisible(false);
    }

    /** Esc closes it and does nothing else; keys of other commands do their work beneath it. To be attached first. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isShowing() && event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    /** With the largest letters at which every line is on the screen: a key that is not seen helps nobody. */
    private void fit() {
        double wanted = size.of(root.getHeight() >= LARGE_HEIGHT ? LARGE_LETTERS : LETTERS);
        for (double letters = wanted; letters >= LEAST_LETTERS; letters--) {
            page.setStyle("-fx-font-size: " + letters + "px");
            columns.setColumnWidth(width(letters));
            root.applyCss();
            Insets edge = page.getInsets();
            double width = root.getWidth() - edge.getLeft() - edge.getRight();
            double height = root.getHeight() - edge.getTop() - edge.getBottom() - foot.prefHeight(width);
            if (columns.heightWithin(width) <= height) {
                return;
            }
        }
    }

    /** Once for all sizes of letters: widths are parts of them. */
    private void fill() {
        KeyMap keys = keyboard.map();
        String close = words.text("keys.foot", keys.keyOf(COMMAND));
        foot.setText(
                isOffered.test(ViewerAction.LENGTH_TOOL.id())
                        ? close
                                + words.text(
                                        "keys.foot.images",
                                        keys.keyOf(ViewerAction.LENGTH_TOOL.id()),
                                        keys.keyOf(ViewerAction.PLACE_POINT.id()),
                                        new MouseWords().summary(mouse.now()))
                        : close);
        List<VBox> groups = new ArrayList<>();
        for (CommandGroup group : CommandGroup.values()) {
            List<Command> commands = bus.commands().stream()
                    .filter(command -> isOffered.test(command.id()))
                    .filter(command -> CommandGroup.of(command.id())
                            .orElse(CommandGroup.WORKSTATION)
                            .equals(group))
                    .sorted(CommandGroup.ORDER)
                    .toList();
            if (!commands.isEmpty()) {
                groups.add(box(group, commands));
            }
        }
        columns.getChildren().setAll(groups);
    }

    private static double width(double letters) {
        return (KEY_WIDTH + TITLE_WIDTH) * letters + GAP;
    }

    private VBox box(CommandGroup group, List<Command> commands) {
        Label heading = new Label(words.text("keys.group." + group.name().toLowerCase(Locale.ROOT)));
        heading.getStyleClass().add("key-heading");
        VBox box = new VBox(1, heading);
        commands.forEach(command -> box.getChildren().add(row(command)));
        return box;
    }

    private HBox row(Command command) {
        String keys = keyboard.map().keyOf(command.id());
        Label key = new Label(
                keys.isEmpty() ? words.text("keys.by-palette", keyboard.map().keyOf("app.commands")) : keys);
        key.getStyleClass().add("key-name");
        key.setStyle("-fx-min-width: " + KEY_WIDTH + "em; -fx-max-width: " + KEY_WIDTH + "em");
        Label title = new Label(command.title());
        title.setWrapText(true);
        title.setStyle("-fx-pref-width: " + TITLE_WIDTH + "em");
        title.setMinHeight(Region.USE_PREF_SIZE);
        return new HBox(GAP, key, title);
    }
}
