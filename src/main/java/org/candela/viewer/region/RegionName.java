package org.candela.viewer.region;

import org.candela.base.Uid;

/**
 * A region of a segmentation or a structure set.
 *
 * @param object the object it is of
 * @param number its number there
 * @param name what it is called; never empty
 * @param argb colour it is drawn with, opaque; never what tells it apart alone
 */
public record RegionName(Uid object, int number, String name, int argb) {}
