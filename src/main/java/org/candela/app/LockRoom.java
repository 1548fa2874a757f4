package org.candela.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.candela.base.CandelaException;
import org.candela.critical.LoopStanding.Urgency;
import org.candela.critical.ui.CriticalViewModel;
import org.candela.dictation.Dictation;
import org.candela.dictation.DictationStanding;
import org.candela.facility.Facility;
import org.candela.lock.IdleWatch;
import org.candela.lock.LockSetting;
import org.candela.lock.LockSettings;
import org.candela.lock.RoomLock;
import org.candela.lock.RoomLock.Cause;
import org.candela.lock.RoomLock.State;
import org.candela.lock.ui.CurtainViewModel;
import org.candela.lock.ui.CurtainViewModel.Section;
import org.candela.lock.ui.Curtains;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencySheet;
import org.candela.readiness.journal.Journal;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSection;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.ReadingDesk;
import org.candela.shell.ScreenRole;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of the room: watches whether anybody is there, draws the curtains, and lets what must go on go on. FX thread; works
 * aside.
 */
// [impl->req~lock.room~1]
final class LockRoom implements AutoCloseable {
    static final Map<String, String> KEYS = Map.of("lock.now", "Ctrl+F12");

    private static final Logger LOG = LoggerFactory.getLogger(LockRoom.class);
    private static final int TICKS_BETWEEN_SETTINGS = 30;

    private final House house;
    private final Executors executors;
    private final RoomLock lock;
    private final CurtainViewModel model;
    private final CriticalViewModel critical;
    private final Dictation hear;
    private final IdleWatch idle;
    private final ClipboardCare clipboard = new ClipboardCare(System::nanoTime);
    private final Messages words = Messages.of(LockRoom.class);
    private final EventHandler<InputEvent> touched = this::touch;
    private final ListChangeListener<Window> windows = this::changed;
    private Optional<Curtains> curtains = Optional.empty();
    /** Written on the I/O thread. */
    private volatile LockSetting setting = LockSetting.START;

    private int ticks;

    LockRoom(House house, Reporting reporting, Executors executors, CriticalViewModel critical) {
        this.house = house;
        this.executors = executors;
        this.lock = reporting.lock();
        this.critical = critical;
        this.hear = reporting.speech().session();
        this.idle = new IdleWatch(house.base().clock(), System::nanoTime);
        this.model = new CurtainViewModel(
                lock,
                new CurtainViewModel.Threads(executors.io(), new UiExecutor()),
                house.base().clock());
    }

    /** State of the curtains. */
    CurtainViewModel model() {
        return model;
    }

    /** Watches from now on. */
    void follow(CommandBus bus, ReadingDesk desk, ReportViewModel report) {
        LockedGates gates = new LockedGates(lock);
        bus.allow(id -> {
            idle.touch(); // keys, pad and voice run commands
            return gates.allows(id);
        });
        bus.register(Command.titled(words, "lock.now", () -> now(Cause.KEY)));
        model.showing(this::contacts);
        model.beside(() -> List.of(
                new Section(words.text("lock.board.report"), reportText(report)),
                new Section(words.text("lock.board.critical"), lines(critical.openLines()))));
        curtains = Optional.of(Curtains.over(model, window -> isImages(desk, window)));
        model.stateProperty().addListener((value, before, now) -> {
            idle.touch();
            if (now == State.LOCKED) {
                clipboard.forget();
                hear.hush(); // what was said so far is written; nobody is recorded behind a curtain
            }
        });
        hear.onChange(standing -> {
            if (standing.state() == DictationStanding.State.HEARING) {
                idle.touch(); // who dictates is there, though no hand moves
            }
        });
        Window.getWindows().forEach(this::watch);
        Window.getWindows().addListener(windows);
        UiExecutor ui = new UiExecutor();
        var unused = executors.scheduler().scheduleWithFixedDelay(() -> ui.execute(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /** Watches no longer; the toolkit's list of windows, which outlives the room, holds nothing of it. FX thread. */
    @Override
    public void close() {
        Window.getWindows().removeListener(windows);
        curtains.ifPresent(Curtains::close);
    }

    private static boolean isImages(ReadingDesk desk, Window window) {
        return ScreenRole.diagnostic().stream()
                .flatMap(role -> desk.windowOf(role).stream())
                .anyMatch(window::equals);
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
            if (change.getRemoved().stream().anyMatch(ContextMenu.class::isInstance)) {
                clipboard.mayBeCopied();
            }
        }
    }

    private void watch(Window window) {
        window.removeEventFilter(InputEvent.ANY, touched);
        window.addEventFilter(InputEvent.ANY, touched);
    }

    private void touch(InputEvent event) {
        idle.touch();
        boolean isCopy = event instanceof KeyEvent key
                && key.isControlDown()
                && (key.getCode() == KeyCode.C || key.getCode() == KeyCode.X || key.getCode() == KeyCode.INSERT);
        if (isCopy) {
            clipboard.mayBeCopied();
        }
    }

    private void now(Cause cause) {
        var unused = model.lock(cause);
    }

    private void tick() {
        if (ticks++ % TICKS_BETWEEN_SETTINGS == 0) {
            executors.io().execute(this::readSetting);
        }
        clipboard.tick();
        if (lock.state() != State.LOCKED && idle.isIdle(setting)) {
            now(Cause.IDLE);
        }
        if (lock.state() != State.OPEN) {
            critical.tick(); // what repeats while a window shows stands still behind the curtain
            boolean isUrgent = critical.urgencyProperty().get() == Urgency.RED;
            model.alarm(
                    isUrgent
                            ? words.text(
                                    "lock.alarm", critical.summaryProperty().get())
                            : "");
        }
    }

    private void readSetting() {
        try {
            setting = new LockSettings(
                            house.base().database(),
                            house.base().audit(),
                            house.base().clock())
                    .now();
        } catch (CandelaException e) {
            LOG.warn("when to lock cannot be read; it stays as it was [{}]", e.code());
        }
    }

    /** Whom a stranger may have to call. On the I/O thread. */
    private List<Section> contacts() throws CandelaException {
        List<Facility> facilities = house.reached().sources().keySet().stream()
                .filter(LinkChecks::isReal)
                .toList();
        ContingencySheet sheet = new ContingencyBook(new Journal(
                        house.base().database(),
                        house.base().audit(),
                        house.base().clock()))
                .sheet(facilities);
        return List.of(new Section(
                words.text("lock.board.contacts"),
                lines(sheet.rows().stream().map(row -> row[0] + ":  " + row[1]).toList())));
    }

    private String lines(List<String> lines) {
        return lines.isEmpty() ? words.text("lock.board.none") : String.join("\n", lines);
    }

    private String reportText(ReportViewModel report) {
        return report.reportProperty()
                .get()
                .map(open -> head(open) + "\n" + fields(open, report))
                .orElse(words.text("lock.board.none"));
    }

    private static String head(OpenReport open) {
        return Formats.personName(open.draft().study().patient().name()) + "  ·  "
                + open.draft().study().patient().id() + "  ·  "
                + open.draft().study().order().examination().description();
    }

    /** Each answer with the name of its field: nobody reads "None" aloud without what there is none of. */
    private static String fields(OpenReport open, ReportViewModel report) {
        ReportDraft draft = report.draft().orElse(open.draft());
        return open.template().sections().stream()
                .map(section -> section.name() + ":\n" + ReportSection.textOf(section, draft))
                .collect(Collectors.joining("\n"));
    }
}
