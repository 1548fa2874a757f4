package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.candela.base.CandelaException;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.bench.Latencies.Target;
import org.candela.bench.MarkedStudies.Size;
import org.candela.bench.ScreenEye.Look;
import org.candela.bench.ViewerBench.Part;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.Prefetch;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.stack.ImageStack;

/**
 * From the moment something is asked for on the FX thread to the moment when its grey is read back from the screen.
 *
 * <p>Every frame has a grey of its own in the middle. Between two measurements passes a random part of a frame of the
 * screen, so that none is in step with the pulse of the toolkit.
 */
final class Presenting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** In the middle of the images, on both heads. */
    private static final int HEAD_WIDTH = 1536;

    private static final int WARM_UP = 20;
    private static final long FRAME_NANOS = 16_666_667;

    private static final int MIDDLE_X = HEAD_WIDTH / 2;
    private static final int MIDDLE_Y = 1080;
    private static final Target FIRST = new Target(0.5, 200);
    private static final Target NEXT = new Target(0.5, 300);
    private static final Target SCROLL = new Target(0.99, 33);

    private final Path work;
    private final ScreenEye eye;
    private final Extent extent;
    private final boolean isQuick;
    private final Consumer<String> rows;
    private int rooms;

    /** How much is measured. */
    record Extent(boolean isQuick, List<Integer> heads, List<Integer> megapixels) {}

    Presenting(Path work, ScreenEye eye, Extent extent, Consumer<String> rows) {
        this.work = work;
        this.eye = eye;
        this.extent = extent;
        this.isQuick = extent.isQuick();
        this.rows = rows;
    }

    void measure(Part part) throws IOException, CandelaException {
        switch (part) {
            case FIRST, NEXT, SCROLL, WINDOW -> {
                for (int heads : extent.heads()) {
                    for (int megapixels : extent.megapixels()) {
                        onHeads(part, megapixels == 3 ? Size.THREE_MP : Size.FIVE_MP, heads);
                    }
                }
            }
            case CT -> memory(isQuick ? 400 : 2000, Size.CT, "CT");
            case TOMO -> memory(isQuick ? 40 : 240, Size.FIVE_MP, "DX");
        }
    }

    private void onHeads(Part part, Size size, int heads) throws IOException, CandelaException {
        if (part == Part.FIRST || part == Part.NEXT) {
            opening(part, size, heads);
        } else {
            moving(part, size, heads);
        }
    }

    private ViewerRoom room(int heads) throws IOException, CandelaException {
        long heap = Runtime.getRuntime().maxMemory();
        MemoryBudget budget = new MemoryBudget(new Limits(16L << 30, heap, maxDirect(heap)));
        ViewerRoom room = new ViewerRoom(Files.createDirectories(work.resolve("room-" + rooms++)), budget);
        room.show(heads);
        return room;
    }

    private static long maxDirect(long heap) {
        long stated = Long.parseLong(java.lang.management.ManagementFactory.getPlatformMXBean(
                        com.sun.management.HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        return stated == 0 ? heap : stated;
    }

    private void opening(Part part, Size size, int heads) throws IOException, CandelaException {
        int cases = isQuick ? 6 : 20;
        boolean isNext = part == Part.NEXT;
        Latencies times = new Latencies(
                (isNext ? "next case, prefetched" : "first image, local") + name(size, heads), isNext ? NEXT : FIRST);
        MarkedStudies studies = new MarkedStudies(work);
        try (ViewerRoom room = room(heads)) {
            for (int study = 0; study < 2 * cases; study++) {
                admit(room, studies.singles(study, 1, size, "DX"));
            }
            Prefetch prefetch = room.loader.prefetch();
            for (int one = 0; one < cases; one++) {
                int study = 2 * one;
                clear(room, heads);
                ViewerRoom.Case ahead = room.layOut(MarkedStudies.studyUid(study));
                if (isNext) {
                    List<FrameKey> wanted = firstFrames(ahead);
                    long before = room.budget.account(Use.FRAMES).heldBytes();
                    prefetch.wish(wanted);
                    awaitHeld(room, before + (long) wanted.size() * size.bytes());
                }
                long begun = System.nanoTime();
                // What was laid out ahead is part of the prefetch; without it laying out is part of opening.
                ViewerRoom.Case opened = isNext ? ahead : room.layOut(MarkedStudies.studyUid(study));
                Platform.runLater(() -> room.session.open(opened.study(), heads == 1 ? List.of() : opened.priors()));
                record(times, begun, eye.await(looks(study, 0, heads), PATIENCE), one == 0);
            }
        }
        rows.accept(times.row());
    }

    private static List<FrameKey> firstFrames(ViewerRoom.Case one) {
        List<FrameKey> frames = new ArrayList<>();
        one.study().stacks().forEach(stack -> frames.add(stack.frames().get(0)));
        one.priors().forEach(prior -> prior.stacks()
                .forEach(stack -> frames.add(stack.frames().get(0))));
        return frames;
    }

    /** Waits until so much more is decoded than was. */
    private static void awaitHeld(ViewerRoom room, long wantedBytes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (room.budget.account(Use.FRAMES).heldBytes() < wantedBytes) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not read ahead within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** The first time warms the classes and the compiler up and does not count. */
    private static void record(Latencies times, long begun, OptionalLong seen, boolean isWarmingUp) {
        if (isWarmingUp) {
            return;
        }
        seen.ifPresentOrElse(at -> times.add(at - begun), times::miss);
    }

    private void clear(ViewerRoom room, int heads) {
        ViewerRoom.call(() -> {
            room.session.close();
            return true;
        });
        int background = eye.grey(2, 2000);
        List<Look> blank = new ArrayList<>();
        for (int head = 0; head < heads; head++) {
            blank.add(new Look(MIDDLE_X + head * HEAD_WIDTH, MIDDLE_Y, background));
        }
        eye.await(blank, Duration.ofSeconds(2));
        outOfStep();
    }

    private void moving(Part part, Size size, int heads) throws IOException, CandelaException {
        int frames = isQuick ? 20 : 60;
        int steps = isQuick ? WARM_UP + 200 : 800;
        boolean isScroll = part == Part.SCROLL;
        Latencies times = new Latencies((isScroll ? "scroll" : "window drag") + name(size, heads), SCROLL);
        MarkedStudies studies = new MarkedStudies(work);
        try (ViewerRoom room = room(heads)) {
            for (int study = 0; study < 2; study++) {
                admit(room, List.of(studies.multiFrame(study, frames, size, "DX")));
            }
            hang(room, 0, heads);
            long whole = (long) frames * heads * size.bytes();
            awaitFrames(room, whole);
            Spent before = Spent.now();
            for (int step = 1; step <= steps; step++) {
                before = step == WARM_UP ? Spent.now() : before;
                outOfStep();
                long begun = System.nanoTime();
                List<Look> looks = isScroll ? scrolled(room, step, frames, heads) : windowed(room, step, heads);
                record(times, begun, eye.await(looks, PATIENCE), step < WARM_UP);
            }
            times.cost(Spent.now().since(before));
            System.err.println("processor ms each: " + Spent.now().since(before).each(steps - WARM_UP + 1));
            rows.accept(times.row());
            if (isScroll) {
                rows.accept(atFullSpeed(room, steps, frames, heads, name(size, heads)));
            }
        }
    }

    /** Scrolls sixty frames a second and looks how far apart others come up: on the first head, as seen there. */
    private String atFullSpeed(ViewerRoom room, int steps, int frames, int heads, String name) {
        Latencies between = new Latencies("from frame to frame at full speed" + name, SCROLL);
        Spent before = Spent.now();
        long next = System.nanoTime();
        long end = next + steps * FRAME_NANOS;
        long last = 0;
        int seen = eye.grey(MIDDLE_X, MIDDLE_Y);
        for (int step = 0; System.nanoTime() < end; ) {
            if (System.nanoTime() >= next) {
                scrolled(room, ++step, frames, heads);
                next += FRAME_NANOS;
            }
            int grey = eye.grey(MIDDLE_X, MIDDLE_Y);
            if (grey != seen) {
                long now = System.nanoTime();
                if (last > 0) {
                    between.add(now - last);
                }
                last = now;
                seen = grey;
            }
            LockSupport.parkNanos(500_000);
        }
        between.cost(Spent.now().since(before));
        return between.row();
    }

    private void hang(ViewerRoom room, int study, int heads) throws CandelaException {
        ViewerRoom.Case opened = room.layOut(MarkedStudies.studyUid(study));
        Platform.runLater(() -> room.session.open(opened.study(), heads == 1 ? List.of() : opened.priors()));
        eye.await(looks(study, 0, heads), PATIENCE);
    }

    /** Waits until so much is decoded, or no more comes. */
    private static void awaitFrames(ViewerRoom room, long bytes) {
        long before = -1;
        long now = 0;
        while (now < bytes && now != before) {
            LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
            before = now;
            now = room.budget.account(Use.FRAMES).heldBytes();
        }
    }

    /** There and back through the stack, one frame at a time, on all heads at once. */
    private static List<Look> scrolled(ViewerRoom room, int step, int frames, int heads) {
        int place = step % (2 * frames - 2);
        int frame = place < frames ? place : 2 * frames - 2 - place;
        Platform.runLater(
                () -> places(heads).forEach(at -> room.session.viewport(at).scrollTo(frame)));
        return looks(0, frame, heads);
    }

    private static List<Look> windowed(ViewerRoom room, int step, int heads) {
        double center = MarkedStudies.CENTER - 600 + 400 * (step % 4);
        VoiWindow window = new VoiWindow(center, MarkedStudies.WIDTH, VoiWindow.Function.LINEAR);
        Platform.runLater(
                () -> places(heads).forEach(at -> room.session.viewport(at).chooseWindow(window)));
        return looks(0, 0, heads, center);
    }

    private static List<Place> places(int heads) {
        return heads == 1 ? List.of(Place.LEFT) : List.of(Place.LEFT, Place.RIGHT);
    }

    private static List<Look> looks(int study, int frame, int heads) {
        return looks(study, frame, heads, MarkedStudies.CENTER);
    }

    /** The prior of an even study is the next odd one. */
    private static List<Look> looks(int study, int frame, int heads, double center) {
        List<Look> looks = new ArrayList<>();
        for (int head = 0; head < heads; head++) {
            looks.add(new Look(
                    MIDDLE_X + head * HEAD_WIDTH,
                    MIDDLE_Y,
                    MarkedStudies.grey(study + head, frame, center, MarkedStudies.WIDTH)));
        }
        return looks;
    }

    private static void outOfStep() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000, 25_000_000));
    }

    private static void admit(ViewerRoom room, List<Path> files) throws IOException, CandelaException {
        for (Path file : files) {
            room.admit(file);
            Files.delete(file);
        }
    }

    private static String name(Size size, int heads) {
        return ", " + Math.round(size.rows() * size.columns() / 1.048576e6) + " MP"
                + (heads == 1 ? "" : ", both heads");
    }

    /** Forth and back through a large series, as fast as frames are presented. */
    private void memory(int frames, Size size, String modality) throws IOException, CandelaException {
        MarkedStudies studies = new MarkedStudies(work);
        String name = frames + " × " + size.columns() + "²" + (modality.equals("CT") ? " CT" : " tomosynthesis");
        Latencies forth = new Latencies("scroll forth, " + name, Target.NONE);
        Latencies back = new Latencies("scroll back, " + name, Target.NONE);
        try (ViewerRoom room = room(1)) {
            if (modality.equals("CT")) {
                for (int image = 0; image < frames; image++) {
                    admit(room, List.of(studies.single(0, image, size, modality)));
                }
            } else {
                admit(room, List.of(studies.multiFrame(0, frames, size, modality)));
            }
            hang(room, 0, 1);
            ImageStack stack = ViewerRoom.call(
                    () -> room.session.viewport(Place.LEFT).stack().orElseThrow());
            for (int step = 1; step < 2 * stack.frames().size() - 1; step++) {
                int at = step < frames ? step : 2 * frames - 2 - step;
                Viewport viewport = room.session.viewport(Place.LEFT);
                long begun = System.nanoTime();
                Platform.runLater(() -> viewport.scrollTo(at));
                record(step < frames ? forth : back, begun, eye.await(looks(0, at, 1), PATIENCE), step < 10);
            }
            rows.accept(forth.row());
            rows.accept(back.row());
            room.budget
                    .holdings()
                    .forEach(holding -> rows.accept(String.format(
                            "| %s: held %d of %d MiB | | | | | | | | |",
                            holding.use(), holding.heldBytes() >> 20, holding.limitBytes() >> 20)));
            rows.accept("| most memory of the process, " + name + " | | " + peak() + " MiB | | | | | < 2048 MiB | |");
        }
    }

    /** Most that was resident (proc(5), VmHWM). */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0L);
    }
}
