package org.candela.app;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.dicom.image.FrameFiles;
import org.candela.displayqa.ui.DisplayQaView;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ui.ReadinessView;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.report.ui.ReportView;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.CaseOpener;
import org.candela.shell.CasePrefetch;
import org.candela.shell.CasePriors;
import org.candela.shell.CaseReport;
import org.candela.shell.CommandBus;
import org.candela.shell.DeskPlan;
import org.candela.shell.DeskPlanner;
import org.candela.shell.DeskScreen;
import org.candela.shell.DeskScreens;
import org.candela.shell.ErrorPresenter;
import org.candela.shell.ImageViews;
import org.candela.shell.LedgerDisplayLuts;
import org.candela.shell.Mouse;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.PriorListView;
import org.candela.shell.ReadingRoom;
import org.candela.shell.RoomViews;
import org.candela.shell.ScreenRole;
import org.candela.shell.StudyLayouts;
import org.candela.study.FrameLoader;
import org.candela.study.LibraryFrames;
import org.candela.study.frames.QueuedFrameLoader;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.UiExecutor;
import org.candela.viewer.KeyImageStore;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.arriving.ui.ArrivingCover;
import org.candela.viewer.layout.DeskMemory;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.ui.PlaceCover;
import org.candela.viewer.ui.ViewServices;
import org.candela.viewer.ui.ViewerView;
import org.candela.worklist.ui.WorklistView;
import org.candela.worklist.ui.WorklistViewModel;
import org.jspecify.annotations.Nullable;

/** Puts the views of the features together to the room. FX thread; used once. */
// [impl->req~app.journey~1]
final class RoomBuilder {
    private static final int RENDER_PARTS = 2;

    private final House house;
    private final Executors executors;
    private final Screens screens;
    private final Reporting reporting;
    private final Optional<DisplayWatch> watch;
    private final DriftWatch drift;
    private final MemoryBudget memory = new MemoryBudget(MachineMemory.limits());
    private final StudyLayouts layouts = new StudyLayouts();
    private final CasePriors priors;
    private final UiExecutor ui = new UiExecutor();
    /** Written on the FX thread, read by checks on others. */
    private volatile DeskPlan plan = DeskPlan.EMPTY;
    /** Set once it is built; on the FX thread, where alone it is read. */
    private @Nullable ReadingRoom built;

    RoomBuilder(House house, Executors executors, Screens screens, Reporting reporting) {
        this.house = house;
        this.executors = executors;
        this.watch = DisplayWatch.over(house, executors, screens);
        this.drift = new DriftWatch(house, executors, screens.reached());
        this.screens = watch.map(DisplayWatch::screens).orElse(screens);
        this.reporting = reporting;
        this.priors = house.priors(executors);
    }

    /** Puts it together; what was begun for a room that does not stand is ended. */
    OpenRoom build() {
        boolean isBuilt = false;
        try {
            OpenRoom room = furnish();
            isBuilt = true;
            return room;
        } finally {
            if (!isBuilt) {
                watch.ifPresent(DisplayWatch::close);
            }
        }
    }

    private OpenRoom furnish() {
        ErrorPresenter errors = new ErrorPresenter(problem -> ui.execute(() -> show(problem)));
        EditHistory history = new EditHistory();
        CommandBus bus = new CommandBus(history, errors);
        watch.ifPresent(DisplayWatch::begin);
        LedgerDisplayLuts luts = new LedgerDisplayLuts(
                house.displays().ledger(),
                house.base().clock(),
                house.displays().standards().profiles(),
                screen -> watch.flatMap(over -> over.mark(screen)).or(() -> drift.mark(screen)));
        FrameLoader loader = loader();
        ReadingSession session = session(history, loader);
        ReadinessBoard board = board();
        OpenRoom.Models models = models(board, luts);
        CaseDesk cases = new CaseDesk(opener(board), session, ui, errors);
        CaseReport.bind(cases, session, models.report());
        cases.currentProperty()
                .addListener((value, before, now) -> luts.judgeBy(now.map(opened -> house.displays()
                                .standards()
                                .of(opened.item().id().facility()))
                        .orElse(house.displays().standards().goal())));
        new CasePrefetch(house.ahead(layouts, loader.prefetch(), priors), executors.io())
                .follow(cases, models.worklist());
        new BesideRoom(house, session, reporting.observer(), executors.io()).follow(bus);
        new DeliveryRoom(house, session, reporting, executors.io()).follow(bus, models.report());
        DocumentRoom documents = DocumentRoom.of(house, session, executors.io());
        documents.follow(bus, this::focusImages);
        ShelfRoom shelf = ShelfRoom.of(
                session,
                new ShelfRoom.Pictures(loader, memory, executors.render()),
                PriorListView.of(cases),
                this::focusImages);
        shelf.follow(bus);
        new FacilityRoom(house, executors, reporting, models.report()).follow(bus, this::workWindow);
        new ExportRoom(house, session, executors, reporting.signer().id()).follow(bus, this::workWindow);
        new PrintRoom(house, session, executors, reporting.signer().id()).follow(bus, this::workWindow);
        new CardRoom(house, executors, reporting.signer().id(), models.readiness(), () -> cases.currentProperty()
                        .get()
                        .isPresent())
                .follow(bus, this::workWindow);
        new TrialRoom(house, executors).follow(bus, this::workWindow);
        ReaderHands hands = new ReaderHands(house.base().database(), executors.io(), errors);
        Mouse mouse = hands.mouse();
        ReportView report =
                new EditorRoom(house, executors, reporting, cases).furnish(bus, models.report(), this::workWindow);
        CriticalRoom critical = new CriticalRoom(house, reporting, executors);
        Node list = new WorklistView(models.worklist(), row -> cases.open(row.item(), Purpose.DIAGNOSIS))
                .with(ListClocks.line(house, reporting, executors));
        RoomViews views = new RoomViews(
                critical.over(
                        OrderRoom.of(house, executors)
                                .begin(errors)
                                .over(list, bus, reporting.signer().id()),
                        bus,
                        new CriticalRoom.Beside(cases, models.report())),
                new SpeechRoom(reporting.speech(), house, executors)
                        .under(report, bus, models.report().spoken()::listenTo),
                new ReadinessView(models.readiness()),
                new DisplayQaView(models.displayQa()),
                images(
                        session,
                        luts,
                        mouse,
                        services -> List.of(
                                documents.cover(services.pitches()), ArrivingCover.over(cases.arrivals(), services))),
                shelf.shelf(),
                panelsOf(session),
                cases.lineProperty(),
                cases.markingProperty(),
                house.base().clock());
        ReadingRoom room = new ReadingRoom(
                views, bus, new ReadingRoom.Hands(hands.keyboard(), mouse, hands.textSize()), seat(luts, errors));
        room.desk().planProperty().addListener((value, before, now) -> seat(now));
        LockRoom lock = new LockRoom(house, reporting, executors, critical.model());
        lock.follow(bus, room.desk(), models.report());
        built = room;
        new DeskWatch(executors, screens.inventory()).begin(() -> ui.execute(room.desk()::place), luts::rejudge);
        follow(luts, models);
        return new OpenRoom(
                house,
                room,
                bus,
                new OpenRoom.Reading(cases, session, report, new ClaimRoom(house, reporting, executors, critical)),
                models,
                watch,
                lock);
    }

    private void seat(DeskPlan now) {
        plan = now;
        house.displays().mammography().seat(now);
    }

    /** Images first, then the card. */
    private void follow(LedgerDisplayLuts luts, OpenRoom.Models models) {
        Consumer<ScreenId> tell = screen -> {
            luts.refresh(screen);
            ui.execute(() -> {
                var unused = models.readiness().check();
            });
        };
        watch.ifPresent(over -> over.onChange(tell));
        watch.ifPresent(DisplayWatch::followFocus);
        drift.begin(this::inUse, tell);
    }

    private List<ScreenId> inUse() {
        return screens(ScreenRole.diagnostic());
    }

    private OpenRoom.Models models(ReadinessBoard board, LedgerDisplayLuts luts) {
        return new OpenRoom.Models(
                worklist(),
                new ReadinessViewModel(
                        board,
                        executors.io(),
                        ui,
                        new CardActions(house, reporting.signer().id()).all()),
                new ReportViewModel(
                        reporting.services(),
                        new ReportViewModel.Threads(executors.io(), ui),
                        house.base().clock()),
                displayQa(luts));
    }

    private WorklistViewModel worklist() {
        WorklistViewModel model = new WorklistViewModel(
                house.worklist(),
                new WorklistViewModel.Threads(executors.io(), ui),
                house.base().clock(),
                new WorklistViewModel.Seat(reporting.signer().id(), house.base().listedDays()));
        model.chime(new StatChime());
        var unused = model.settings().read();
        return model;
    }

    private DisplayQaViewModel displayQa(LedgerDisplayLuts luts) {
        return new QaRoom(house, executors, watch, drift)
                .model(screens, ui, new QaRoom.Reading(reporting.signer().id(), this::inUse), luts::refresh);
    }

    private ReadinessBoard board() {
        return house.readiness(
                screen(ScreenRole.DIAGNOSTIC_LEFT),
                screen(ScreenRole.DIAGNOSTIC_RIGHT),
                Stream.of(
                                List.of(further(), reporting.speech().check(house)),
                                watch.map(over -> over.check(this::inUse)).stream()
                                        .toList(),
                                drift.checks(this::inUse))
                        .flatMap(List::stream)
                        .toList());
    }

    private ReadinessCheck further() {
        return new FurtherDisplaysCheck(
                () -> screens(List.of(ScreenRole.DIAGNOSTIC_THIRD, ScreenRole.DIAGNOSTIC_FOURTH)),
                house.displays(),
                house.base().clock());
    }

    private List<ScreenId> screens(List<ScreenRole> roles) {
        return roles.stream()
                .map(role -> screen(role).get())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Stage> workWindow() {
        return Optional.ofNullable(built).flatMap(room -> room.desk().windowOf(ScreenRole.WORK));
    }

    private void focusImages() {
        if (built != null) {
            built.focusImages();
        }
    }

    private void show(Problem problem) {
        if (built != null) {
            built.show(problem);
        }
    }

    private FrameLoader loader() {
        // One large frame is decoded by all that are idle; a series by frames.
        FrameFiles files = path -> house.images().open(path).helpedBy(executors.decode(), Executors.DECODERS);
        return QueuedFrameLoader.of(
                new LibraryFrames(house.library(), files),
                memory,
                new QueuedFrameLoader.Pools(
                        executors.fetch(), Executors.FETCHERS, executors.decode(), Executors.DECODERS));
    }

    private ReadingSession session(EditHistory history, FrameLoader loader) {
        Marks marks =
                new Marks(house.base().database(), executors.db(), house.base().clock());
        KeyImageStore keyImages = new KeyImageStore(
                house.base().database(), executors.db(), house.base().clock());
        DeskMemory memory = new DeskMemory(
                house.base().database(), executors.db(), house.base().clock());
        return new ReadingSession(new ReadingSession.Services(
                loader,
                marks,
                memory,
                house.protocols(),
                keyImages,
                history,
                executors.scheduler(),
                ui,
                house.presets(),
                executors.db()));
    }

    private CaseOpener opener(ReadinessBoard board) {
        return new CaseOpener(
                new CaseOpener.Services(
                        house.worklist(),
                        house.sources(),
                        house.library(),
                        board,
                        layouts,
                        new LockedGates(reporting.lock())
                                .beforeClaiming(house.gate(reporting.signer().id())),
                        priors,
                        reporting.claims()),
                executors.io(),
                reporting.signer().id());
    }

    private ReadingRoom.DeskSeat seat(LedgerDisplayLuts luts, ErrorPresenter errors) {
        DisplayInventory readAhead = () -> {
            List<DisplayDevice> displays = screens.inventory().displays();
            watch.ifPresent(DisplayWatch::displaysChanged); // a panel that was plugged in has lost its graphics LUT
            displays.forEach(display -> luts.refresh(display.id())); // so that the FX thread never waits for the disk
            return displays;
        };
        return new ReadingRoom.DeskSeat(
                new DeskPlanner(
                        new DeskScreens(readAhead, executors.device()),
                        DeskPlanner.Memory.in(house.base().database()),
                        executors.db(),
                        errors),
                ui);
    }

    private ImageViews images(
            ReadingSession session,
            LedgerDisplayLuts luts,
            Mouse mouse,
            Function<ViewServices, List<PlaceCover>> covers) {
        ViewServices services = new ViewServices(
                new Renderer(executors.decode(), RENDER_PARTS),
                luts,
                screen -> plan.placements().stream()
                        .map(DeskPlan.Placement::screen)
                        .filter(standing -> standing.id().equals(screen))
                        .findFirst()
                        .flatMap(DeskScreen::pitch),
                executors.render(),
                executors.aside(),
                ui,
                memory.account(MemoryBudget.Use.SURFACES),
                mouse::now);
        return (panels, screen) -> {
            session.lightbox().provide(1 + Collections.max(panels));
            return ViewerView.of(panels, screen, session, services, covers.apply(services));
        };
    }

    /** How many panels hold something; the screens follow when that changes. */
    private static ObservableValue<Integer> panelsOf(ReadingSession session) {
        ReadOnlyObjectWrapper<Integer> panels =
                new ReadOnlyObjectWrapper<>(session.lightbox().panelsInUse());
        session.onChange(() -> panels.set(session.lightbox().panelsInUse()));
        return panels.getReadOnlyProperty();
    }

    /** The display that does a diagnostic role; with none at all, images are read from the work screen. */
    private Supplier<Optional<ScreenId>> screen(ScreenRole role) {
        return () -> {
            DeskPlan now = plan;
            ScreenRole doing = now.isShared() && role == ScreenRole.DIAGNOSTIC_LEFT ? ScreenRole.WORK : role;
            return now.screenOf(doing).map(screen -> screen.id());
        };
    }
}
