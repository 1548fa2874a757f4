package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.viewer.layout.DeskMemory;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.HangingKeeper;
import org.candela.viewer.layout.HangingPlan;
import org.candela.viewer.layout.OpenCase;
import org.candela.viewer.layout.Place;
import org.candela.viewer.layout.Stages;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StackLinks;
import org.candela.viewer.window.PresetLibrary;

/**
 * One study being read, with its priors, on the panels of the desk.
 *
 * <p>The viewports stay the same for the life of the session; studies come and go. Opening or closing a study clears every
 * viewport first, so that images of two patients never hang side by side. Used by one thread, that of the {@code ui}
 * executor.
 */
// [impl->req~viewer.clear-on-case-change~1]
public final class ReadingSession {
    private final Lightbox lightbox;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Viewport>> viewportListeners = new CopyOnWriteArrayList<>();
    private final EditHistory history;
    private final MarkBoard marks;
    private final DeskMemory memory;
    private final HangingPlan plan;
    private final Executor ui;
    private final StackLinks links = new StackLinks();
    private final Linking linking;
    private final Guides guides;
    private final KeyImages keyImages;
    private final Beside beside = new Beside(this::changed);
    private final HangingKeeper keeper;
    private final Cine cine;
    private final Instruments instruments;
    private OpenCase open = OpenCase.NONE;
    private final Stages stages = new Stages();
    private final Notice notice;
    private Place active = Place.LEFT;
    private ViewTool tool = ViewTool.SCROLL;
    private final PointerGestures gestures;
    private final HangingEdits edits;

    /**
     * What a session needs from the house.
     *
     * @param plan what hangs where in a study that is opened for the first time
     * @param history where what the reader changes is recorded; it ends with the study
     * @param presets windows by name
     * @param db where the store is waited for
     */
    public record Services(
            FrameLoader loader,
            Marks marks,
            DeskMemory memory,
            HangingPlan plan,
            KeyImageStore keyImages,
            EditHistory history,
            ScheduledExecutorService scheduler,
            Executor ui,
            PresetLibrary presets,
            Executor db) {}

    public ReadingSession(Services services) {
        this.history = services.history();
        this.marks = new MarkBoard(services.marks(), services.history(), services.ui());
        this.memory = services.memory();
        this.plan = services.plan();
        this.ui = services.ui();
        this.notice = new Notice(services.scheduler(), ui, this::changed);
        this.lightbox = new Lightbox(() -> made(services));
        this.linking = new Linking(new Linking.Services(lightbox, links, memory, history), this::changed);
        this.edits = new HangingEdits(lightbox, linking, history, this::wentBack);
        this.gestures = new PointerGestures(lightbox, linking, edits::remember);
        this.guides = new Guides(lightbox, this::changed);
        this.keyImages = new KeyImages(services.keyImages(), history, ui, this::changed);
        this.keeper = new HangingKeeper(services.memory(), services.scheduler(), services.ui(), lightbox::hanging);
        this.cine = new Cine(services.scheduler(), services.ui(), this::changed);
        this.instruments = new Instruments(this, services, this::changed);
    }

    /** Calls {@code listener} when another study, viewport or tool is in use. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Opens a study and hangs it as it hung last, else by protocol; what was open is closed first. */
    public void open(ReadingStudy opened, List<ReadingStudy> priorsNewestFirst) {
        close();
        open = new OpenCase(Optional.of(opened), priorsNewestFirst);
        changed();
        List<Uid> series = open.stacks().series();
        series.forEach(marks::open);
        Uid uid = opened.banner().studyUid();
        // Not a stage of the future, which would keep to itself what goes wrong while images hang.
        var unused = memory.of(uid, series).thenAccept(kept -> ui.execute(() -> hang(opened, kept)));
    }

    private void hang(ReadingStudy opened, DeskMemory.Kept kept) {
        if (!open.study().filter(opened::equals).isPresent()) {
            return; // another case was opened in the meantime
        }
        kept.offsets().forEach(links::restore);
        stages.begin(plan.stages(opened, open.priors()));
        lightbox.hang(
                kept.hanging()
                        .flatMap(hanging -> hanging.from(open.stacks().all()))
                        .or(() -> stages.now().map(HangingPlan.Stage::hanging))
                        .orElse(Hanging.EMPTY),
                open.stacks());
        keyImages.open(opened.banner().studyUid());
        keeper.begin(opened.banner().studyUid());
        changed();
    }

    /** The stages of the protocol that the study was opened with. */
    public Stages stages() {
        return stages;
    }

    /** Hangs the stage {@code steps} further, held at both ends. */
    public void nextStage(int steps) {
        stages.move(steps).ifPresent(stage -> {
            cine.stop();
            lightbox.hang(stage.hanging(), open.stacks());
            stayInSight();
            changed();
        });
    }

    /** Takes all images down. */
    public void close() {
        cine.forget();
        keeper.end();
        lightbox.clear();
        marks.clear();
        links.clear();
        guides.clear();
        keyImages.close();
        instruments.close();
        beside.clear();
        history.forget();
        open = OpenCase.NONE;
        stages.begin(List.of());
        active = Place.LEFT;
        gestures.forget();
        changed();
    }

    /** The study being read. */
    public Optional<ReadingStudy> study() {
        return open.study();
    }

    /** Its priors, newest first. */
    public List<ReadingStudy> priors() {
        return open.priors();
    }

    /** The places and their viewports. */
    public Lightbox lightbox() {
        return lightbox;
    }

    /** The viewport at a place; the same one for the life of the session. */
    public Viewport viewport(Place place) {
        return lightbox.viewport(place);
    }

    /** Calls {@code listener} with every viewport there is and will be, once each. */
    public void onViewport(Consumer<Viewport> listener) {
        viewportListeners.add(listener);
        lightbox.viewports().forEach(listener);
    }

    /** The place that keys act on. */
    public Place active() {
        return active;
    }

    /** The viewport that keys act on. */
    public Viewport activeViewport() {
        return viewport(active);
    }

    /** Lets keys act on another place. */
    public void activate(Place place) {
        if (!active.equals(place)) {
            cine.stop();
            active = place;
            changed();
        }
    }

    /** Lets keys act on the place {@code steps} further among those that are seen, after the last on the first. */
    public void activateNext(int steps) {
        List<Place> places = lightbox.places();
        activate(places.get(Math.floorMod(places.indexOf(active) + steps, places.size())));
    }

    /** Gives the panel of the active place another grid. What hung there stays where it has a place; undoable. */
    // [impl->req~viewer.grids~1]
    public void arrange(Grid grid) {
        lightbox.arrange(active.panel(), grid);
        lightbox.fill(active.panel(), open.stacks().missingIn(lightbox.hanging()));
        stayInSight();
        changed();
    }

    /** Lets the active place fill its panel, or gives the others their places back. */
    public void toggleEnlarged() {
        lightbox.toggleEnlarged(active);
        changed();
    }

    /** Does something to what hangs; whatever it changes but for scrolling can be undone, under this title. */
    public void edit(String title, Runnable change) {
        edits.run(title, change);
    }

    private void wentBack() {
        cine.stop();
        stayInSight();
        changed();
    }

    /** A place that is seen no more gives the keys to the first of its panel. */
    private void stayInSight() {
        if (!lightbox.places().contains(active)) {
            active = lightbox.places(active.panel()).get(0);
        }
    }

    /** What a left drag does. */
    public ViewTool tool() {
        return tool;
    }

    /** Chooses what a left drag does; what was being drawn is dropped. */
    public void choose(ViewTool chosen) {
        tool = chosen;
        lightbox.viewports().forEach(viewport -> viewport.measuring().show());
        changed();
    }

    /** A button went down on the image at {@code place}; {@code used} is what its drag does. */
    public void press(Place place, ViewTool used, CanvasPoint point) {
        activate(place);
        gestures.press(viewport(place), used, tool, point);
    }

    /** The pointer moved over the image at {@code place} with no button down. */
    public void hover(Place place, CanvasPoint point) {
        viewport(place).measuring().pen().hover(point);
        instruments.magnifier().follow(place, point);
    }

    /** The pointer moved with the button down. */
    public void drag(CanvasPoint point) {
        gestures.drag(point);
        instruments.magnifier().follow(active, point);
    }

    /** The button went up; what the whole drag changed is one edit. */
    public void release() {
        gestures.release();
    }

    /** Hangs the next ({@code +1}) or former ({@code −1}) stack of study and priors at the active place. */
    public void cycleStack(int step) {
        activeViewport()
                .stack()
                .flatMap(stack -> open.stacks().beside(stack, step))
                .ifPresent(stack -> {
                    cine.stop();
                    activeViewport().hang(stack);
                    changed();
                });
    }

    /** Frames that follow one another by themselves. */
    public Cine cine() {
        return cine;
    }

    /** The images that show what matters. */
    public KeyImages keyImages() {
        return keyImages;
    }

    /** What others said of the images of the open study and its priors. */
    public Beside beside() {
        return beside;
    }

    /** Marks the image on the active screen as a key image, or takes its mark away. */
    public void toggleKeyImage() {
        activeViewport().shown().ifPresent(shown -> keyImages.toggle(shown.key()));
    }

    /** Shows the next key image of study and priors at the active place. */
    public void showNextKeyImage() {
        Optional<FrameKey> here = activeViewport().shown().map(Viewport.Shown::key);
        keyImages.after(here, open.stacks().all(), beside.keyImages()).ifPresent(this::show);
    }

    /** Brings a frame to the active place, from wherever it is in study and priors. */
    private void show(FrameKey frame) {
        open.stacks().holding(frame).ifPresent(stack -> {
            hang(stack);
            activeViewport().scrollTo(stack.frames().indexOf(frame));
        });
    }

    /** Hangs a stack of study or priors at the active place; undoable. */
    public void hang(ImageStack stack) {
        if (activeViewport().stack().filter(stack::equals).isEmpty()) {
            cine.stop();
            edit("Show another series", () -> activeViewport().hang(stack));
            changed();
        }
    }

    /** Lines and cross over the images. */
    public Guides guides() {
        return guides;
    }

    /** What is to be drawn over the image of {@code viewport}. */
    public Guides.Drawn guidesOn(Viewport viewport) {
        return guides.on(viewport, activeViewport());
    }

    /** Tells the reader something for a few seconds, on the image that keys act on. */
    public void tell(String text) {
        notice.tell(text);
    }

    /** What is being told; else empty. */
    public String notice() {
        return notice.text();
    }

    /** What viewports do together. */
    public Linking linking() {
        return linking;
    }

    /** What lies beside the images. */
    public Instruments instruments() {
        return instruments;
    }

    /** The marks of the open case. */
    public MarkBoard marks() {
        return marks;
    }

    private Viewport made(Services services) {
        Viewport viewport = new Viewport(services.loader(), marks, services.ui());
        viewport.onMove(() -> linking.moved(viewport));
        viewport.onPoint(point -> {
            guides.pointAt(viewport, point);
            guides.moved();
        });
        viewport.measuring().onWindowRegion(region -> instruments.windows().over(viewport, region));
        viewport.onChange(keeper::changed);
        viewport.onChange(guides::moved);
        viewportListeners.forEach(listener -> listener.accept(viewport));
        return viewport;
    }

    private void changed() {
        keeper.changed();
        listeners.forEach(Runnable::run);
    }
}
