package org.candela.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;

/** The work screen: pages under a strip that says whose study is open. FX thread. */
// [impl->req~shell.identity~1]
final class WorkScreen {
    private static final double READING_SPLIT = 0.56;
    private static final double DISPLAYS_SPLIT = 0.36;

    /** What the work screen can show at a time. */
    enum Page {
        READING,
        DISPLAYS,
        IMAGES;

        String key() {
            return "page." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Messages words = Messages.of(WorkScreen.class);
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final Map<Page, Node> carets = new EnumMap<>(Page.class);
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane images = new StackPane();
    private final ProblemBanner problems = new ProblemBanner();
    private final Label patient = new Label();
    private final StackPane root = new StackPane();

    WorkScreen(RoomViews views, CommandPalette palette) {
        pages.put(Page.READING, side(above(views.worklist(), views.shelf()), views.report(), READING_SPLIT));
        pages.put(Page.DISPLAYS, side(views.readiness(), views.displayQa(), DISPLAYS_SPLIT));
        pages.put(Page.IMAGES, images);
        for (Page page : Page.values()) {
            tabs.put(page, tab(page));
        }
        showPatient(views.patient().getValue());
        views.patient().addListener((value, before, now) -> showPatient(now));
        BorderPane frame = new BorderPane(new StackPane(pages.values().toArray(Node[]::new)));
        frame.setTop(strip(palette, Marking.of(views.marking())));
        frame.setBottom(problems.root());
        root.getChildren().addAll(frame, palette.root());
        shareImages(false);
        show(Page.READING);
    }

    StackPane root() {
        return root;
    }

    /** Whether images are what is seen. */
    boolean showsImages() {
        return images.isVisible();
    }

    /** Where images go while they have no monitor of their own. */
    Pane images() {
        return images;
    }

    /** Offers the page of images, or takes it away. */
    void shareImages(boolean isShared) {
        ToggleButton tab = tabOf(Page.IMAGES);
        tab.setVisible(isShared);
        tab.setManaged(isShared);
        if (!isShared && tab.isSelected()) {
            show(Page.READING);
        }
    }

    /** Brings a page to the front; the others keep what they hold. A page that is not offered stays away. */
    void show(Page page) {
        if (!tabOf(page).isVisible()) {
            return;
        }
        boolean isTurned = !nodeOf(page).isVisible();
        if (isTurned) {
            keepCaret();
        }
        pages.forEach((each, node) -> node.setVisible(each == page));
        tabOf(page).setSelected(true);
        if (isTurned) {
            Node caret = page == Page.IMAGES ? images : carets.get(page);
            Optional.ofNullable(caret).ifPresent(Node::requestFocus);
        }
    }

    /** Where the reader types on the page that goes, to be found again when it comes back. */
    private void keepCaret() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        pages.forEach((page, node) -> {
            if (node.isVisible() && owner != null && isWithin(owner, node)) {
                carets.put(page, owner);
            }
        });
    }

    private static boolean isWithin(Node inner, Node outer) {
        Node node = inner;
        while (node != null && !node.equals(outer)) {
            node = node.getParent();
        }
        return node != null;
    }

    private Node nodeOf(Page page) {
        return Objects.requireNonNull(pages.get(page));
    }

    void show(Problem problem) {
        problems.show(problem);
    }

    private void showPatient(String line) {
        patient.setText(line.isBlank() ? words.text("patient.none") : line);
        patient.getStyleClass().setAll("label", line.isBlank() ? "no-patient" : "patient");
    }

    private HBox strip(CommandPalette palette, Label marking) {
        Label mark = new Label(words.text("app.name"));
        mark.getStyleClass().add("wordmark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        patient.setId("work-patient");
        patient.setMaxWidth(Double.MAX_VALUE);
        patient.setAlignment(Pos.CENTER);
        HBox.setHgrow(patient, Priority.ALWAYS);
        Button commands = new Button(words.text("palette.open"));
        commands.setId("open-palette");
        commands.setFocusTraversable(false);
        commands.getStyleClass().add("quiet");
        commands.setMinWidth(Region.USE_PREF_SIZE);
        commands.setOnAction(event -> palette.toggle());
        HBox strip = new HBox(10, mark, new HBox(2, tabs.values().toArray(Node[]::new)), marking, patient, commands);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        return strip;
    }

    private ToggleButton tab(Page page) {
        ToggleButton tab = new ToggleButton(words.text(page.key()));
        tab.setId("tab-" + page.name().toLowerCase(Locale.ROOT));
        tab.setToggleGroup(group);
        tab.setFocusTraversable(false);
        tab.getStyleClass().add("page-tab");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(event -> show(page));
        return tab;
    }

    private ToggleButton tabOf(Page page) {
        return Objects.requireNonNull(tabs.get(page));
    }

    private static Region above(Node list, Node shelf) {
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(list, shelf);
    }

    private static Region side(Node left, Node right, double split) {
        SplitPane pane = new SplitPane(left, right);
        // At each new width, since the pane itself gives what is gained to either side by their wishes.
        pane.widthProperty().addListener((value, before, now) -> pane.setDividerPositions(split));
        return pane;
    }
}
