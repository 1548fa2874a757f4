package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.measure.RegionStatistics;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.Regions;
import org.candela.viewer.Viewport;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionSize;

/** What is said of regions on an image: which there are, what they measure, why some are not shown. */
final class RegionWords {
    /** More lines would hide the image. */
    private static final int MOST = 6;

    private static final double MM2_A_CM2 = 100;
    private static final double MM3_A_ML = 1000;

    private final Messages words;
    private final Regions regions;
    private final Viewport viewport;

    RegionWords(Messages words, Regions regions, Viewport viewport) {
        this.words = words;
        this.regions = regions;
        this.viewport = viewport;
    }

    // [impl->req~viewer.regions-measured~1]
    List<String> lines() {
        if (regions.sent().isEmpty() || viewport.shown().isEmpty()) {
            return List.of();
        }
        if (!regions.isShown()) {
            return List.of(
                    words.text("viewer.regions", String.valueOf(regions.sent().size())));
        }
        FoundRegions found = regions.on(viewport);
        List<String> lines = new ArrayList<>();
        found.regions().stream().limit(MOST).forEach(region -> lines.add(line(region)));
        if (found.regions().size() > MOST) {
            lines.add(words.text(
                    "viewer.regions.more", String.valueOf(found.regions().size() - MOST)));
        }
        regions.alone().ifPresent(only -> lines.add(words.text("viewer.regions.alone", only.name())));
        if (found.regions().stream().anyMatch(region -> region.size().isPresent())) {
            lines.add(words.text("viewer.regions.formula.size"));
            lines.add(words.text("viewer.regions.formula.values"));
        }
        if (!found.refusals().isEmpty()) {
            lines.add(words.text("viewer.regions.refused"));
            lines.addAll(found.refusals());
        }
        if (lines.isEmpty()) {
            lines.add(words.text("viewer.regions.none"));
        }
        return lines;
    }

    private String line(FoundRegion region) {
        return region.size()
                .map(size -> Stream.of(region.name().name(), area(size), volume(size), values(size))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("  ")))
                .orElse(region.name().name());
    }

    private String area(RegionSize size) {
        return size.areaMm2().isPresent()
                ? Formats.number(size.areaMm2().getAsDouble() / MM2_A_CM2, 2) + " cm\u00b2"
                : size.pixels() + " px";
    }

    private String volume(RegionSize size) {
        return size.volumeMm3().isPresent()
                ? words.text(
                        "viewer.regions.volume", Formats.number(size.volumeMm3().getAsDouble() / MM3_A_ML, 2))
                : "";
    }

    private String values(RegionSize size) {
        return size.values().map(values -> values(values, size.unit())).orElse("");
    }

    private String values(RegionStatistics values, String unit) {
        return words.text(
                        "viewer.regions.values",
                        Formats.number(values.mean(), 1),
                        Formats.number(values.standardDeviation(), 1),
                        unit)
                .strip();
    }
}
