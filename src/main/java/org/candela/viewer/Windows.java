package org.candela.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.candela.image.VoiWindow;
import org.candela.measure.Figure;
import org.candela.measure.ValueCounts;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.picture.InitialWindow;
import org.candela.viewer.tool.Asking;
import org.candela.viewer.tool.Question;
import org.candela.viewer.window.TypedWindow;
import org.candela.viewer.window.ValueScale;
import org.candela.viewer.window.WindowEdges;

/** Windows by number, by fine steps and over regions, on the viewport that keys act on. Used on the thread of the session. */
public final class Windows {
    /** A fine step is a hundredth of the width, rounded down to 1, 2 or 5 times a power of ten; at least 1 of whole numbers. */
    private static final double FINE = 100;

    private static final double[] ROUND = {1, 2, 5};
    private static final String TYPED = "Type a window";
    private static final String UPTAKE = "SUV";

    private final Supplier<Viewport> viewport;
    private final Services services;

    /**
     * What windows work with.
     *
     * @param edit does something to images under a title, so that it can be undone
     * @param tell tells the reader a line
     */
    record Services(MarkBoard marks, Asking asking, Edits edit, Consumer<String> tell) {}

    /** Does something to images so that it can be undone. */
    interface Edits {
        void run(String title, Runnable change);
    }

    /** @param viewport the one that keys act on */
    Windows(Supplier<Viewport> viewport, Services services) {
        this.viewport = viewport;
        this.services = services;
    }

    /** Asks for a window in numbers; with {@code SUV} behind them they are SUV by body weight. */
    // [impl->req~viewer.window-typed~1]
    public void type(TypedWindow.Form form) {
        TypedWindow typed = new TypedWindow(form);
        ShownWindow.of(viewport.get()).ifPresent(image -> image.window().ifPresent(now -> services.asking()
                .ask(new Question(
                        (image.scale().uptake().isPresent() ? "viewer.asked.uptake." : "viewer.asked.") + form,
                        typed.write(now),
                        text -> take(typed, text, image.scale())))));
    }

    private Optional<String> take(TypedWindow typed, String text, ValueScale scale) {
        boolean isUptake = text.toUpperCase(Locale.ROOT).endsWith(UPTAKE);
        if (isUptake && scale.uptake().isEmpty()) {
            return Optional.of("viewer.refused.suv");
        }
        TypedWindow.Read read = typed.read(isUptake ? text.substring(0, text.length() - UPTAKE.length()) : text);
        read.window()
                .map(window -> isUptake ? scale.fromUptake(window) : window)
                .ifPresent(window ->
                        services.edit().run(TYPED, () -> viewport.get().chooseWindow(window)));
        return read.refusal().map(refusal -> "viewer.refused." + refusal);
    }

    /** Moves the centre by so many fine steps, and widens by so many. */
    public void step(int centers, int widths) {
        grey().ifPresent(now -> {
            boolean isWhole = now.function() == VoiWindow.Function.LINEAR;
            double step = isWhole ? Math.max(1, fineStep(now.width())) : fineStep(now.width());
            double width = Math.max(step, now.width() + widths * step);
            viewport.get().moveWindow(now.center() + centers * step, width);
        });
    }

    private static double fineStep(double width) {
        double wanted = width / FINE;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        return power
                * DoubleStream.of(ROUND)
                        .filter(step -> step <= wanted / power)
                        .max()
                        .orElse(1);
    }

    /** A window over what the image holds. */
    public void automatic() {
        viewport.get().shown().filter(shown -> grey().isPresent()).ifPresent(shown -> viewport.get()
                .chooseWindow(InitialWindow.overHeldValues(shown.loaded())));
    }

    /** A window over the selected region, else over the newest one of the image. */
    public void overRegion() {
        List<Figure> regions = regions();
        if (regions.isEmpty()) {
            services.tell().accept("Draw a region first: ellipse, rectangle, polygon or outline");
        } else {
            over(viewport.get(), regions.get(regions.size() - 1));
        }
    }

    /** The region that is selected on the image. */
    public Optional<Figure> selectedRegion() {
        return drawn().filter(this::isSelected)
                .map(MeasuringLayer.Drawn::figure)
                .findFirst();
    }

    private Stream<MeasuringLayer.Drawn> drawn() {
        return viewport.get().measuring().onScreen().stream()
                .filter(drawn -> drawn.figure().kind().isArea() && drawn.mark().isPresent());
    }

    /** Of the image; the selected one last. */
    private List<Figure> regions() {
        return drawn().sorted(Comparator.comparing(this::isSelected))
                .map(MeasuringLayer.Drawn::figure)
                .toList();
    }

    private boolean isSelected(MeasuringLayer.Drawn drawn) {
        Optional<Mark> selected = services.marks().selected();
        return selected.isPresent() && drawn.mark().map(Mark::id).equals(selected.map(Mark::id));
    }

    /** A window over the values within a figure of the image of a viewport. */
    // [impl->req~viewer.window-of-region~1]
    void over(Viewport image, Figure figure) {
        Optional<ValueCounts> counts =
                image.measuring().frame().flatMap(frame -> ValueCounts.within(figure, frame.values()));
        counts.flatMap(WindowEdges::over)
                .ifPresentOrElse(edges -> image.chooseWindow(edges.window()), () -> services.tell()
                        .accept("The region holds no two different values: window unchanged"));
    }

    private Optional<VoiWindow> grey() {
        return ShownWindow.of(viewport.get()).flatMap(image -> image.window());
    }
}
