package org.candela.shell;

import java.util.List;
import javafx.scene.Node;
import org.candela.base.ScreenId;

/** Makes views of images for one monitor, whose greys they are drawn for. FX thread. */
@FunctionalInterface
public interface ImageViews {
    /** A view of {@code panels}, from 0, for {@code screen}; asked once for each such pair, and kept. */
    Node of(List<Integer> panels, ScreenId screen);
}
