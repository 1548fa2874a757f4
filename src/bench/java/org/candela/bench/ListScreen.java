package org.candela.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.ui.Theme;
import org.candela.worklist.Worklist;
import org.candela.worklist.ui.WorklistRow;
import org.candela.worklist.ui.WorklistView;
import org.candela.worklist.ui.WorklistViewModel;

/** The list on a screen: from a keystroke to its rows, and how long the FX thread is held meanwhile. */
final class ListScreen {
    private static final List<String> TYPED =
            List.of("g", "ga", "gar", "garcia", "garcia c", "garcia ct", "garcia ct h", "", "zzzz", "");
    private static final int SCROLLS = 60;
    private static final int FRAMES = 600;

    private ListScreen() {}

    static List<String> measure(Worklist list, Clock clock, String whose) {
        ExecutorService io = Executors.newSingleThreadExecutor();
        AtomicReference<Stage> stage = new AtomicReference<>();
        AtomicReference<WorklistViewModel> shown = new AtomicReference<>();
        on(() -> {
            WorklistViewModel model =
                    new WorklistViewModel(list, new WorklistViewModel.Threads(io, Platform::runLater), clock, 30);
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new WorklistView(model, row -> {}), 1100, 900);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            stage.set(made);
            shown.set(model);
        });
        try {
            return keystrokes(shown.get(), stage.get()).stream()
                    .map(line -> line.replaceFirst("\\| ", "| " + whose + ": "))
                    .toList();
        } finally {
            on(stage.get()::hide);
            io.shutdownNow();
        }
    }

    private static List<String> keystrokes(WorklistViewModel model, Stage stage) {
        List<String> lines = new ArrayList<>();
        lines.add(line("first picture on the screen", List.of(until(model, model::reload))));
        typed(model); // warm
        try (Holds holds = new Holds()) {
            lines.add(line("keystroke to rows", typed(model)));
            lines.add(hold("longest hold of the FX thread while typing", holds));
        }
        try (Holds holds = new Holds()) {
            List<Double> pictures = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                pictures.add(until(model, model::reload));
            }
            lines.add(line("picture drawn again", pictures));
            lines.add(hold("longest hold meanwhile", holds));
        }
        try (Holds holds = new Holds()) {
            for (int i = 0; i < 10; i++) {
                on(model::tick);
            }
            lines.add(hold("longest hold while times move on", holds));
        }
        try (Holds holds = new Holds()) {
            scroll(stage, model.items().size());
            lines.add(hold("longest hold while scrolling through all rows", holds));
        }
        lines.add(frames(
                "frames, three rows on at each", frames(stage, model.items().size(), 3)));
        lines.add(frames("frames, through all rows", frames(stage, model.items().size(), 0)));
        return lines;
    }

    private static List<Double> typed(WorklistViewModel model) {
        List<Double> times = new ArrayList<>();
        for (String text : TYPED) {
            times.add(until(model, () -> model.searchProperty().set(text)));
        }
        return times;
    }

    @SuppressWarnings("unchecked") // the only table of the view
    private static void scroll(Stage stage, int rows) {
        for (int i = 0; i < SCROLLS; i++) {
            int to = (int) ((long) rows * i / SCROLLS);
            on(() -> ((TableView<WorklistRow>) stage.getScene().lookup("#worklist-table")).scrollTo(to));
        }
    }

    /** Milliseconds between frames while each scrolls by {@code step} rows; by 0, evenly through all. */
    @SuppressWarnings("unchecked") // the only table of the view
    private static List<Double> frames(Stage stage, int rows, int step) {
        List<Double> times = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        on(() -> {
            TableView<WorklistRow> table =
                    (TableView<WorklistRow>) stage.getScene().lookup("#worklist-table");
            new AnimationTimer() {
                private long before;

                @Override
                public void handle(long frame) {
                    long now = System.nanoTime();
                    if (before != 0) {
                        times.add((now - before) / 1e6);
                    }
                    before = now;
                    int count = times.size();
                    table.scrollTo(step == 0 ? (int) ((long) rows * count / FRAMES) : step * count % rows);
                    if (count == FRAMES) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
        });
        await(done);
        return times;
    }

    private static String frames(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s, p99 %.1f | %.1f | %.1f | | |",
                what,
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
    }

    /** Milliseconds until the rows are there and a pulse has drawn them. */
    private static double until(WorklistViewModel model, Runnable act) {
        CountDownLatch drawn = new CountDownLatch(1);
        long start = System.nanoTime();
        AtomicLong end = new AtomicLong();
        ListChangeListener<WorklistRow> listener = change -> Platform.runLater(() -> {
            end.compareAndSet(0, System.nanoTime());
            drawn.countDown();
        });
        on(() -> {
            model.rows().addListener(listener);
            act.run();
        });
        await(drawn);
        on(() -> model.rows().removeListener(listener));
        return (end.get() - start) / 1e6;
    }

    /** How late what is given to the FX thread begins. */
    private static final class Holds implements AutoCloseable {
        private final AtomicLong longest = new AtomicLong();
        private final Thread asking = new Thread(this::ask, "holds");
        private volatile boolean isOver;

        Holds() {
            asking.setDaemon(true);
            asking.start();
        }

        private void ask() {
            while (!isOver) {
                long asked = System.nanoTime();
                on(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
                LockSupport.parkNanos(2_000_000);
            }
        }

        @Override
        public void close() {
            isOver = true;
        }
    }

    private static String hold(String what, Holds holds) {
        return String.format(Locale.ROOT, "| %s | | %.1f | | |", what, holds.longest.get() / 1e6);
    }

    private static String line(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | | |",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
    }

    private static void on(Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        await(done);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
