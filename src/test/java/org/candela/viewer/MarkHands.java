package org.candela.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;
import org.candela.measure.Quantity;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;

/** Hands on the left viewport of a session whose pixels are 1:1 with the canvas, and what they have drawn there. */
final class MarkHands implements AutoCloseable {
    static final CanvasSize CANVAS = new CanvasSize(100, 100);

    final SessionRoom room;

    /** A case of slices whose stored value is the column. */
    MarkHands(Path folder) throws StoreException {
        this(
                folder,
                TestImages.slice(
                        100, 100, IntStream.range(0, 10_000).map(i -> i % 100).toArray()));
    }

    MarkHands(Path folder, LoadedFrame frame) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(frame));
        room.session.viewport(Place.LEFT).resize(CANVAS);
        room.session.viewport(Place.RIGHT).resize(CANVAS);
        room.open();
    }

    double value(Quantity quantity) {
        return last().reading().magnitude(quantity).orElseThrow().value();
    }

    void times(int times, ViewerAction action) {
        for (int i = 0; i < times; i++) {
            room.run(action);
        }
    }

    void click(double x, double y) {
        drag(x, y, x, y);
    }

    void drag(double fromX, double fromY, double toX, double toY) {
        room.session.press(Place.LEFT, room.session.tool(), new CanvasPoint(fromX, fromY));
        room.session.drag(new CanvasPoint((fromX + toX) / 2, (fromY + toY) / 2));
        room.session.drag(new CanvasPoint(toX, toY));
        room.session.release();
    }

    List<Mark> marks() {
        return room.session.marks().all();
    }

    List<ImagePoint> pointsOf(Mark mark) {
        room.run(ViewerAction.FIRST_IMAGE);
        return onScreen().stream()
                .filter(one -> one.mark().filter(mark::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .figure()
                .points();
    }

    List<Drawn> onScreen() {
        return viewport().measuring().onScreen();
    }

    Drawn last() {
        return onScreen().get(onScreen().size() - 1);
    }

    Viewport viewport() {
        return room.session.viewport(Place.LEFT);
    }

    MarkPen pen() {
        return viewport().measuring().pen();
    }

    MarkPrompts prompts() {
        return viewport().measuring().prompts();
    }

    static ImagePoint at(double column, double row) {
        return new ImagePoint(column, row);
    }

    @Override
    public void close() throws StoreException {
        room.close();
    }
}
