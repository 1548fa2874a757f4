package org.candela.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;

/**
 * The opened workstation: every view in its place, every command behind its key. FX thread.
 *
 * <p>Images stand on the diagnostic monitors. A place for images whose monitor is away moves in with the other; with no
 * diagnostic monitor at all both share the work screen, as a page of it.
 */
public final class ReadingRoom {
    private final RoomViews views;
    private final CommandBus bus;
    private final KeyMap keys;
    private final CommandPalette palette;
    private final WorkScreen work;
    private final Map<ScreenRole, Pane> imageScreens = new EnumMap<>(ScreenRole.class);
    private final ReadingDesk desk;

    public ReadingRoom(RoomViews views, CommandBus bus, KeyMap keys, DeskSeat seat) {
        this.views = views;
        this.bus = bus;
        this.keys = keys;
        this.palette = new CommandPalette(bus, keys);
        this.work = new WorkScreen(views, palette);
        this.desk = new ReadingDesk(seat.planner(), seat.ui(), this::contentOf);
    }

    /** What puts the room on the desk. */
    public record DeskSeat(DeskPlanner planner, Executor ui) {}

    /** Registers the room's own commands and opens its windows; completes with the plan of the desk. */
    public CompletableFuture<DeskPlan> open() {
        registerCommands();
        desk.planProperty().addListener((value, before, plan) -> arrange(plan));
        return desk.open();
    }

    /** The windows and where they stand. */
    public ReadingDesk desk() {
        return desk;
    }

    /** Shows a problem at the foot of the work screen. */
    public void show(Problem problem) {
        work.show(problem);
    }

    private void registerCommands() {
        Messages words = Messages.of(ReadingRoom.class);
        add(words, "app.commands", palette::toggle);
        add(words, "work.reading", () -> work.show(WorkScreen.Page.READING));
        add(words, "work.displays", () -> work.show(WorkScreen.Page.DISPLAYS));
        add(words, "work.images", () -> work.show(WorkScreen.Page.IMAGES));
        add(words, "edit.undo", bus::undo);
        add(words, "edit.redo", bus::redo);
        addOwnInverse(words, "screens.swap", desk::swapDiagnostic);
        addOwnInverse(words, "screens.move-work", desk::moveWork);
    }

    private void add(Messages words, String id, Runnable effect) {
        bus.register(Command.of(id, words.text("command." + id), effect));
    }

    private void addOwnInverse(Messages words, String id, Runnable effect) {
        bus.register(new Command(id, words.text("command." + id), () -> {
            effect.run();
            return effect;
        }));
    }

    private Parent contentOf(ScreenRole role) {
        if (!role.isDiagnostic()) {
            return withKeys(work.root());
        }
        VBox place = new VBox(2);
        imageScreens.put(role, place);
        return withKeys(place);
    }

    /** Keys work on every monitor; the scene exists only once the content stands in its window. */
    private Parent withKeys(Parent content) {
        content.sceneProperty().addListener((value, before, scene) -> {
            if (scene != null) {
                keys.install(scene, bus);
            }
        });
        return content;
    }

    // [impl->req~shell.hot-plug~1]
    private void arrange(DeskPlan plan) {
        List<Pane> places = new ArrayList<>();
        for (ScreenRole role : List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)) {
            Pane place = imageScreens.get(role);
            if (place != null && plan.screenOf(role).isPresent()) {
                places.add(place);
            }
        }
        work.shareImages(places.isEmpty());
        if (places.isEmpty()) {
            places.add(work.images());
        }
        move(views.imagesLeft(), places.get(0));
        move(views.imagesRight(), places.get(places.size() - 1));
    }

    private static void move(Node images, Pane place) {
        if (images.getParent() == place) {
            return;
        }
        if (images.getParent() instanceof Pane former) {
            former.getChildren().remove(images);
        }
        HBox.setHgrow(images, Priority.ALWAYS);
        VBox.setVgrow(images, Priority.ALWAYS);
        place.getChildren().add(images);
    }
}
