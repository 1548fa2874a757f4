package org.candela.viewer.ui;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.candela.base.ScreenId;
import org.candela.viewer.layout.Place;

/** What may lie over the image of a place, below its banner, as documents do. FX thread. */
@FunctionalInterface
public interface PlaceCover {
    /** Nothing ever does. */
    PlaceCover NONE = (place, screen) -> Optional.empty();

    /** A node that is as large as the image and hides itself while it covers nothing; asked once a view. */
    Optional<Region> over(Place place, ScreenId screen);
}
