package org.candela.viewer.export;

import org.candela.image.OrientationMarks;
import org.candela.viewer.picture.Picture;

/**
 * A picture that is to leave.
 *
 * @param edges which way the patient lies on it
 */
public record Sight(Picture picture, OrientationMarks edges) {}
