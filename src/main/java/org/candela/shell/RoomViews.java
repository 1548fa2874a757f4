package org.candela.shell;

import java.time.Clock;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * What the room shows; each view is made and kept by its feature.
 *
 * @param shelf series and marks of the open case; takes no room while no case is open
 * @param panels how many panels hold something, counted to the last that does
 * @param patient whose study is open, in one line; blank when none is
 * @param marking what every screen must say of it, as that it is not for diagnosis; blank when there is nothing to say
 * @param clock tells when something was measured
 */
public record RoomViews(
        Node worklist,
        Node report,
        Node readiness,
        Node displayQa,
        ImageViews images,
        Node shelf,
        ObservableValue<Integer> panels,
        ObservableValue<String> patient,
        ObservableValue<String> marking,
        Clock clock) {}
