package org.candela.demo.shift;

import org.candela.base.CandelaException;

/**
 * One thing that the reader does and what must hold afterwards.
 *
 * @param name short, for the names of pictures: {@code "calibrate-left"}
 * @param title what is done, for people
 */
record Act(String name, String title, Play play) {
    /** Does it, checks it, and tells with figures what was found. */
    @FunctionalInterface
    interface Play {
        String play() throws CandelaException, java.io.IOException;
    }
}
