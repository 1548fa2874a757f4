package org.candela.viewer.document.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.base.ScreenId;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.document.CaseRoom;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.ui.ViewServices;
import org.candela.viewer.ui.ViewerView;

/** A case with documents on a window of two panels. */
final class DocumentDesk implements AutoCloseable {
    static final ScreenPitch PITCH = new ScreenPitch(0.25, 0.25);

    final CaseRoom room;
    private final List<DocumentCover> covers = new CopyOnWriteArrayList<>();
    final ViewerView view;
    private final Stage stage;

    DocumentDesk(Path folder) throws Exception {
        room = new CaseRoom(folder, new UiExecutor());
        ViewServices services = new ViewServices(Renderer.ON_CALLER, DisplayLuts.NONE, Runnable::run, new UiExecutor());
        view = Fx.call(() -> ViewerView.of(
                List.of(0, 1),
                new ScreenId("test"),
                room.session,
                services,
                (place, screen) -> Optional.of(cover(place))));
        stage = Fx.call(() -> {
            Stage shown = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(view, 1800, 1000);
            Theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
    }

    private DocumentCover cover(Place place) {
        DocumentCover.Desk desk = new DocumentCover.Desk(() -> Optional.of(PITCH), new UiExecutor());
        DocumentCover cover = DocumentCover.of(room.documents, place, desk);
        covers.add(cover);
        return cover;
    }

    /** Opens the case and waits for its documents. */
    void open() throws Exception {
        Fx.call(() -> {
            room.open();
            return true;
        });
        Fx.until("documents are known", () -> room.documents.found().isRead());
    }

    void run(Runnable work) {
        Fx.run(work);
        Fx.settle();
        Fx.until("documents are drawn", () -> covers.stream().allMatch(DocumentCover::isUpToDate));
        Fx.settle();
    }

    void press(String... commands) {
        for (String command : commands) {
            run(() -> room.documents.take(command));
        }
    }

    /** A node of the cover on the left place. */
    Node node(String id) {
        return Objects.requireNonNull(view.lookup("#viewport-left #" + id), id);
    }

    /** What is on the window, written to a file where {@code candela.look} names a folder, for people to look at. */
    WritableImage look(String name) throws IOException {
        Fx.settle();
        WritableImage seen = Fx.call(() -> stage.getScene().snapshot(null));
        String folder = System.getProperty("candela.look");
        if (folder != null) {
            BufferedImage image =
                    new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    image.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
                }
            }
            ImageIO.write(image, "png", Path.of(folder, name + ".png").toFile());
        }
        return seen;
    }

    @Override
    public void close() throws Exception {
        Fx.run(stage::hide);
        room.close();
    }
}
