package org.candela.viewer.region;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.measure.RegionStatistics;

/**
 * What a region measures on one image and in all of its slices. A pixel belongs to it where half of it or more does.
 *
 * @param pixels on this image
 * @param areaMm2 pixels · row spacing · column spacing of the image; empty where its spacing is unknown
 * @param volumeMm3 Σ pixels of all its slices · pixel size · distance of slices; empty where that is unknown
 * @param values statistics of modality values; empty in colour and where there is no pixel
 * @param unit of the values; empty when the file does not say
 */
public record RegionSize(
        long pixels,
        OptionalDouble areaMm2,
        OptionalDouble volumeMm3,
        Optional<RegionStatistics> values,
        String unit) {}
