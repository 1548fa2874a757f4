package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.candela.Fx;
import org.candela.store.StoreException;
import org.candela.viewer.layout.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of the largest size in the narrowest place of a monitor of three megapixels. */
class NarrowPlaceTest {
    private ViewRoom room;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        Fx.start();
        room = ViewRoom.over(ViewRoom.RAMP).ofSize(1536, 2000).open(folder);
        Fx.run(() -> {
            room.stage().getScene().getRoot().setStyle("-fx-font-size: 28px");
            room.session.arrange(new Grid(3, 3));
        });
        Fx.until("the ninth place", () -> room.view().lookup("#viewport-0-8") != null);
        room.settle();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    // [utest->req~viewer.identity-on-screen~1]
    // [utest->req~shell.text-size~1]
    @Test
    void theNameStandsWhole() {
        Label patient = (Label) room.node("#viewport-left #patient");

        assertEquals(patient.getText(), Fx.call(() -> ((Text) patient.lookup(".text")).getText()));
    }

    // [utest->req~viewer.identity-on-screen~1]
    @Test
    void captionsCautionsAndLettersKeepOffEachOther() {
        assertApart("#cautions", "#view");
        assertApart("#orientation-bottom", "#view");
        assertApart("#orientation-top", "#series");
    }

    private void assertApart(String one, String other) {
        Bounds here = inScene("#viewport-left " + one);
        Bounds there = inScene("#viewport-left " + other);
        assertFalse(here.intersects(there), one + " " + here + " lies on " + other + " " + there);
    }

    private Bounds inScene(String selector) {
        Node node = room.node(selector);
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }
}
