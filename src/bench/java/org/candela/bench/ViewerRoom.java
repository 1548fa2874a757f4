package org.candela.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.app.Niceness;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.ScreenId;
import org.candela.base.Uid;
import org.candela.dicom.image.FrameReader;
import org.candela.store.Database;
import org.candela.study.FrameLoader;
import org.candela.study.LibraryFrames;
import org.candela.study.Study;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;
import org.candela.study.frames.QueuedFrameLoader;
import org.candela.ui.Pulses;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.KeyImageStore;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.hanging.Protocols;
import org.candela.viewer.layout.DeskMemory;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyLayout;
import org.candela.viewer.ui.ViewServices;
import org.candela.viewer.ui.ViewerView;
import org.candela.viewer.window.PresetLibrary;

/** The viewer as the house builds it, on the diagnostic heads of the desk, over a library of its own. */
final class ViewerRoom implements AutoCloseable {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
    private static final long PATIENCE_SECONDS = 60;

    final StudyLibrary library;
    final FrameLoader loader;
    final MemoryBudget budget;
    final ReadingSession session;

    private final Database database;
    private final List<ExecutorService> pools = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    /** @param budget what may be held; the pools are those of the house */
    ViewerRoom(Path home, MemoryBudget budget) throws CandelaException {
        this.budget = budget;
        AppPaths paths = AppPaths.under(home);
        database = Database.open(paths.database(), Clock.systemUTC());
        library = new StudyLibrary(database, new AuditLog(), paths, Clock.systemUTC());
        ExecutorService decode = pool("decode", THREADS);
        loader = QueuedFrameLoader.of(
                new LibraryFrames(library, path -> FrameReader.open(path).helpedBy(decode, THREADS)),
                budget,
                new QueuedFrameLoader.Pools(pool("fetch", 2), 2, decode, THREADS));
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
        pools.add(scheduler);
        session = new ReadingSession(new ReadingSession.Services(
                loader,
                new Marks(database, pool("db", 1), Clock.systemUTC()),
                new DeskMemory(database, pool("db", 1), Clock.systemUTC()),
                Protocols.shipped(),
                new KeyImageStore(database, pool("db", 1), Clock.systemUTC()),
                new EditHistory(),
                scheduler,
                new UiExecutor(),
                PresetLibrary.open(database, Clock.systemUTC()),
                pool("db", 1)));
        views = new ViewServices(
                new Renderer(decode, 2),
                DisplayLuts.NONE,
                screen -> Optional.empty(),
                pool("render", 1),
                aside(),
                new UiExecutor(),
                budget.account(MemoryBudget.Use.SURFACES),
                MouseBindings::standard);
    }

    private final ViewServices views;

    private ExecutorService pool(String name, int threads) {
        return pool(threads, factory(name));
    }

    private ExecutorService aside() {
        return pool(2, Niceness.yielding(factory("aside")));
    }

    private static ThreadFactory factory(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private ExecutorService pool(int threads, ThreadFactory factory) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, factory);
        pools.add(pool);
        return pool;
    }

    static void startToolkit() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Pulses.quicken();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Theme.install();
            started.complete(true);
        });
        await(started);
    }

    /** Puts a window of one panel on each of the first {@code heads} diagnostic heads. */
    void show(int heads) {
        call(() -> {
            for (int head = 0; head < heads; head++) {
                ViewerView view = ViewerView.of(List.of(head), new ScreenId("head-" + head), session, views);
                Rectangle2D bounds = heads(head);
                Stage stage = new Stage(StageStyle.UNDECORATED);
                Scene scene = new Scene(view, bounds.getWidth(), bounds.getHeight());
                Theme.dress(scene);
                stage.setScene(scene);
                stage.setX(bounds.getMinX());
                stage.setY(bounds.getMinY());
                stage.show();
                stages.add(stage);
            }
            return true;
        });
    }

    private static Rectangle2D heads(int head) {
        return Screen.getScreens().stream()
                .map(Screen::getBounds)
                .filter(bounds -> bounds.getHeight() > bounds.getWidth())
                .sorted(java.util.Comparator.comparing(Rectangle2D::getMinX))
                .skip(head)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this desk has no portrait head " + head));
    }

    void admit(Path file) throws CandelaException {
        library.admit(file, StudyImport.LOCAL);
    }

    /** The study and its prior laid out, as when a case is opened; reads the disk on the calling thread. */
    Case layOut(Uid study) throws CandelaException {
        Study found = library.study(study).orElseThrow();
        List<ReadingStudy> priors = new ArrayList<>();
        for (Study prior : library.priorsOf(found)) {
            priors.add(StudyLayout.of(prior));
        }
        return new Case(StudyLayout.of(found), priors);
    }

    /** A study and its priors, laid out. */
    record Case(ReadingStudy study, List<ReadingStudy> priors) {}

    /** The outcome of {@code work} on the FX thread. */
    static <T> T call(Callable<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                outcome.complete(work.call());
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        return await(outcome);
    }

    private static <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Optional<Stage> window(int head) {
        return stages.size() > head ? Optional.of(stages.get(head)) : Optional.empty();
    }

    @Override
    public void close() throws CandelaException {
        call(() -> {
            session.close();
            stages.forEach(Stage::hide);
            return true;
        });
        pools.forEach(ExecutorService::shutdownNow);
        database.close();
    }
}
