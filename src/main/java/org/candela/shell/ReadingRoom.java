package org.candela.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.candela.base.Edit;
import org.candela.base.ScreenId;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;

/**
 * The opened workstation: every view in its place, every command behind its key. FX thread.
 *
 * <p>Images stand on the diagnostic monitors. A place for images whose monitor is away moves in with the other; with no
 * diagnostic monitor at all both share the work screen, as a page of it.
 */
public final class ReadingRoom {
    /** Of words as they come; every other size is a part of it. */
    private static final double WORDS_PX = 14;

    /** Panels that there always are: a study and what it is compared with. */
    private static final int PAIR = 2;

    private final RoomViews views;
    private final CommandBus bus;
    private final Keyboard keyboard;
    private final TextSize textSize;
    private final Mouse mouse;
    private final MousePage mousePage;
    private final HoverHelp hover;
    private final List<KeyHelp> helps = new ArrayList<>();
    private final Map<ScreenRole, RulerPane> rulers = new EnumMap<>(ScreenRole.class);
    private final CommandPalette palette;
    private final PadKeys pad;
    private final WorkScreen work;
    private final Map<ScreenRole, Pane> imageScreens = new EnumMap<>(ScreenRole.class);
    private final Map<Hung, Node> imageViews = new HashMap<>();
    private final ReadingDesk desk;

    public ReadingRoom(RoomViews views, CommandBus bus, Hands hands, DeskSeat seat) {
        this.views = views;
        this.bus = bus;
        this.keyboard = hands.keyboard();
        this.textSize = hands.textSize();
        this.mouse = hands.mouse();
        this.mousePage = new MousePage(mouse, bus.history());
        this.hover = new HoverHelp(bus, keyboard);
        this.palette = new CommandPalette(bus, keyboard);
        this.pad = new PadKeys(keyboard, bus, palette::isChoosingKey);
        this.work = new WorkScreen(views, palette);
        this.desk = new ReadingDesk(seat.planner(), seat.ui(), this::contentOf);
    }

    private record Hung(List<Integer> panels, ScreenId screen) {}

    /** How this reader works: keys, mouse, and how large words are. */
    public record Hands(Keyboard keyboard, Mouse mouse, TextSize textSize) {}

    /** What puts the room on the desk. */
    public record DeskSeat(DeskPlanner planner, Executor ui) {}

    /** What a pad under the other hand does. */
    public PadKeys pad() {
        return pad;
    }

    /** Registers the room's own commands and opens its windows; completes with the plan of the desk. */
    public CompletableFuture<DeskPlan> open() {
        registerCommands();
        desk.planProperty().addListener((value, before, plan) -> arrange(plan));
        views.panels().addListener((value, before, now) -> {
            if (!desk.planProperty().get().placements().isEmpty()) {
                arrange(desk.planProperty().get());
            }
        });
        return desk.open();
    }

    /** The windows and where they stand. */
    public ReadingDesk desk() {
        return desk;
    }

    /** Brings the keyboard to the images. */
    public void focusImages() {
        desk.windowOf(ScreenRole.DIAGNOSTIC_LEFT)
                .or(() -> desk.windowOf(ScreenRole.WORK))
                .ifPresent(Stage::requestFocus);
    }

    /** Brings worklist and report to the front of the work screen. */
    public void showReading() {
        work.show(WorkScreen.Page.READING);
    }

    /** Shows a problem at the foot of the work screen. */
    public void show(Problem problem) {
        work.show(problem);
    }

    private void registerCommands() {
        Messages words = Messages.of(ReadingRoom.class);
        add(words, "app.commands", palette::toggle);
        add(words, "app.mouse", mousePage::toggle);
        add(words, KeyHelp.COMMAND, this::toggleHelp);
        add(words, "work.reading", () -> work.show(WorkScreen.Page.READING));
        add(words, "work.displays", () -> work.show(WorkScreen.Page.DISPLAYS));
        add(words, "work.images", () -> work.show(WorkScreen.Page.IMAGES));
        add(words, "app.larger", textSize::larger);
        add(words, "app.smaller", textSize::smaller);
        add(words, "edit.undo", bus::undo);
        add(words, "edit.redo", bus::redo);
        add(words, "screens.measure", this::layRuler);
        add(words, "screens.swap", () -> exchangeScreens(words.text("command.screens.swap")));
        addOwnInverse(words, "screens.more", desk::takeOrLeaveOneMore);
        addOwnInverse(words, "screens.move-work", desk::moveWork);
    }

    private void add(Messages words, String id, Runnable effect) {
        bus.register(Command.titled(words, id, effect));
    }

    /** The screen that has the keyboard and the next: with three or more, presses in turn make every order. */
    private void exchangeScreens(String title) {
        List<ScreenRole> both = desk.neighbours();
        Runnable exchange = () -> desk.exchange(both.get(0), both.get(1));
        exchange.run();
        bus.history().add(new Edit(title, exchange, exchange));
    }

    private void addOwnInverse(Messages words, String id, Runnable effect) {
        String title = words.text("command." + id);
        bus.register(new Command(id, title, () -> {
            effect.run();
            bus.history().add(new Edit(title, effect, effect));
        }));
    }

    /** On the screen that has the keyboard, else on the work screen. */
    private void layRuler() {
        ScreenRole role = rulers.entrySet().stream()
                .filter(entry -> entry.getValue().hasKeyboard())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ScreenRole.WORK);
        desk.planProperty().get().screenOf(role).ifPresent(screen -> Objects.requireNonNull(rulers.get(role))
                .show(screen));
    }

    private Parent contentOf(ScreenRole role) {
        rulers.put(role, new RulerPane(views.clock(), desk::keep));
        if (!role.isDiagnostic()) {
            work.root().getChildren().add(mousePage.root());
            return withKeys(role, work.root(), id -> !isForImages(id) || work.showsImages());
        }
        StackPane place = new StackPane();
        imageScreens.put(role, place);
        return withKeys(role, new StackPane(place, hint()), id -> true);
    }

    /** Where a reader who sees the workstation for the first time finds its keys; gone as soon as images hang. */
    private Label hint() {
        Label hint = new Label();
        hint.setId("key-hint");
        hint.getStyleClass().add("key-hint");
        hint.setMouseTransparent(true);
        hint.textProperty().bind(Bindings.createStringBinding(this::hintText, views.patient()));
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        StackPane.setAlignment(hint, Pos.BOTTOM_RIGHT);
        return hint;
    }

    private String hintText() {
        return views.patient().getValue().isBlank()
                ? Messages.of(ReadingRoom.class)
                        .text("keys.hint", keyboard.map().keyOf(KeyHelp.COMMAND))
                : "";
    }

    /** On the screen that has the keyboard, or on all when none has. */
    private void toggleHelp() {
        List<KeyHelp> near = helps.stream().filter(KeyHelp::hasKeyboard).toList();
        (near.isEmpty() ? helps : near).forEach(KeyHelp::toggle);
    }

    private static boolean isForImages(String command) {
        return command.startsWith(ViewerCommands.PREFIX);
    }

    /** Keys work on every monitor; the scene exists only once the content stands in its window. */
    private Parent withKeys(ScreenRole role, StackPane content, Predicate<String> isOffered) {
        KeyHelp help = new KeyHelp(bus, new Hands(keyboard, mouse, textSize), isOffered);
        helps.add(help);
        RulerPane ruler = Objects.requireNonNull(rulers.get(role));
        content.getChildren().addAll(help.root(), ruler.root());
        KeyInput input = new KeyInput(keyboard, bus, isOffered, System::nanoTime);
        content.sceneProperty().addListener((value, before, scene) -> {
            if (scene != null) {
                scene.getRoot()
                        .styleProperty()
                        .bind(textSize.percentProperty()
                                .multiply(WORDS_PX / TextSize.NORMAL)
                                .asString("-fx-font-size: %.2fpx"));
                hover.over(content);
                ruler.attach(scene);
                help.attach(scene);
                attachPalette(content, scene);
                input.attach(scene);
            }
        });
        return content;
    }

    private void attachPalette(Parent content, Scene scene) {
        if (content.equals(work.root())) {
            palette.attach(scene);
            mousePage.attach(scene);
        }
    }

    // [impl->req~shell.hot-plug~1]
    private void arrange(DeskPlan plan) {
        List<DeskPlan.Placement> screens = plan.diagnostic();
        rulers.values().forEach(RulerPane::hide);
        work.shareImages(screens.isEmpty());
        leaveOnly(screens);
        if (screens.isEmpty()) {
            plan.screenOf(ScreenRole.WORK).ifPresent(screen -> hang(work.images(), panels(plan), screen.id()));
            if (desk.isAtImages()) {
                work.show(WorkScreen.Page.IMAGES);
            }
        } else {
            for (DeskPlan.Placement here : screens) {
                List<Integer> hers = panels(plan).stream()
                        .filter(panel -> host(screens, panel).equals(here))
                        .toList();
                hang(paneOf(here), hers, here.screen().id());
            }
        }
    }

    /** Those of the monitors that are there, and those where something hangs although their monitor is away. */
    private List<Integer> panels(DeskPlan plan) {
        int own = plan.diagnostic().stream()
                .mapToInt(placement -> placement.role().panel() + 1)
                .max()
                .orElse(0);
        return IntStream.range(
                        0,
                        IntStream.of(own, views.panels().getValue(), PAIR).max().orElse(PAIR))
                .boxed()
                .toList();
    }

    /** The monitor of a panel; where that is away, the one before it moves closer together, else the first. */
    private static DeskPlan.Placement host(List<DeskPlan.Placement> screens, int panel) {
        return screens.stream()
                .filter(placement -> placement.role().panel() <= panel)
                .reduce((former, last) -> last)
                .orElse(screens.get(0));
    }

    /** A view that stayed in a window nobody sees would go on to draw, and to tell its viewports a size that is not theirs. */
    private void leaveOnly(List<DeskPlan.Placement> screens) {
        Set<ScreenRole> used = screens.stream().map(DeskPlan.Placement::role).collect(Collectors.toSet());
        imageScreens.forEach((role, pane) -> {
            if (!used.contains(role)) {
                pane.getChildren().clear();
            }
        });
        if (!screens.isEmpty()) {
            work.images().getChildren().clear();
        }
    }

    private Pane paneOf(DeskPlan.Placement placement) {
        return Objects.requireNonNull(imageScreens.get(placement.role()));
    }

    /** A view is drawn for the greys of one monitor, so another monitor gets another view of the same session. */
    private void hang(Pane place, List<Integer> panels, ScreenId screen) {
        Node view = imageViews.computeIfAbsent(
                new Hung(panels, screen), hung -> views.images().of(panels, screen));
        if (!place.getChildren().contains(view)) {
            Label marking = Marking.of(views.marking());
            marking.getStyleClass().add("image-marking");
            StackPane.setAlignment(marking, Pos.BOTTOM_CENTER);
            place.getChildren().setAll(view, marking);
        }
    }
}
