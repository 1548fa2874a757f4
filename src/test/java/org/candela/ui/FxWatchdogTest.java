package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("timed")
class FxWatchdogTest {
    private static final long FAR_TOO_LONG_MILLIS = 120;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private static long computing(long cpuMillis) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(cpuMillis);
        long sum = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            sum += System.nanoTime() % 7;
        }
        return sum;
    }

    @Test
    void tellsCodeThatComputesOnTheFxThreadAndWhere() {
        try (FxWatchdog watchdog = FxWatchdog.watching(Fx.class)) {
            Fx.run(() -> computing(FAR_TOO_LONG_MILLIS));
            Fx.settle();

            List<FxWatchdog.Hold> holds = watchdog.holds();
            assertEquals(1, holds.size(), holds.toString());
            assertTrue(holds.get(0).busy().compareTo(Duration.ofMillis(FAR_TOO_LONG_MILLIS / 2)) > 0, holds.toString());
            assertTrue(holds.get(0).toString().contains("FxWatchdogTest.computing"), holds.toString());
        }
    }

    @Test
    void tellsCodeThatWaitsOnTheFxThread() {
        CountDownLatch never = new CountDownLatch(1);
        try (FxWatchdog watchdog = FxWatchdog.watching(Fx.class)) {
            Fx.call(() -> never.await(FAR_TOO_LONG_MILLIS, TimeUnit.MILLISECONDS));
            Fx.settle();

            assertEquals(1, watchdog.holds().size(), watchdog.holds().toString());
        }
    }

    @Test
    void whatTheToolkitDoesAtOneGoIsNotOurs() {
        StackPane styled = Fx.call(() -> {
            StackPane root = new StackPane();
            Stage stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(new Scene(root, 300, 300));
            stage.show();
            return root;
        });
        try (FxWatchdog watchdog = FxWatchdog.watching(Duration.ofMillis(5))) {
            Fx.run(() -> {
                Pane labels = new Pane();
                IntStream.range(0, 4000).forEach(i -> labels.getChildren().add(new Label()));
                computing(FAR_TOO_LONG_MILLIS);
                styled.getChildren().setAll(labels); // all are styled here
            });
            Fx.settle();

            FxWatchdog.Hold hold = watchdog.holds().stream()
                    .max(Comparator.comparing(FxWatchdog.Hold::busy))
                    .orElseThrow();
            assertTrue(hold.ours().compareTo(Duration.ofMillis(FAR_TOO_LONG_MILLIS / 2)) > 0, hold.toString());
            assertTrue(hold.ours().compareTo(hold.busy()) < 0, hold.toString());
        } finally {
            Fx.run(() -> styled.getScene().getWindow().hide());
        }
    }

    /** Each ends in time, though together they would not. */
    @Test
    void shortTasksOneAfterAnotherAreNoHold() {
        try (FxWatchdog watchdog = FxWatchdog.watching(Duration.ofMillis(60), Fx.class)) {
            for (int task = 0; task < 40; task++) {
                Fx.run(() -> computing(4));
            }

            assertEquals(List.of(), watchdog.holds());
        }
    }

    @Test
    void theToolkitAtRestHoldsNothing() {
        try (FxWatchdog watchdog = FxWatchdog.watching(Fx.class)) {
            for (int pulse = 0; pulse < 10; pulse++) {
                Fx.settle();
            }

            assertEquals(List.of(), watchdog.holds());
        }
    }
}
