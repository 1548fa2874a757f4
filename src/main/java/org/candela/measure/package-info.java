/**
 * Measuring on images: figures in image points, what they measure, and which pixels they hold. Pure maths.
 *
 * <p>May use: image, base.
 *
 * <pre>{@code
 * Figure line = new Figure(FigureKind.LENGTH, List.of(new ImagePoint(0, 0), new ImagePoint(30, 40)));
 * Reading reading = new Measurer(spacing, aspect, values).read(line); // LENGTH 50 mm where pixels are 1 mm wide and high
 * }</pre>
 */
@NullMarked
package org.candela.measure;

import org.jspecify.annotations.NullMarked;
