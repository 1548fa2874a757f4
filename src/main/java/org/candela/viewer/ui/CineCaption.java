package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.Cine;
import org.candela.viewer.Viewport;
import org.candela.viewer.tool.CineRate;
import org.candela.viewer.tool.Playback;

/** What is said of a cine beside the image that plays, and of one that was set otherwise than its file asks. */
final class CineCaption {
    private static final double SAME = 0.05;

    private final Cine cine;
    private final Viewport viewport;
    private final Messages words;

    CineCaption(Cine cine, Viewport viewport, Messages words) {
        this.cine = cine;
        this.viewport = viewport;
        this.words = words;
    }

    /** Rate, course and range. */
    // [impl->req~viewer.cine-control~1]
    List<String> lines() {
        if (!cine.isOf(viewport)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Playback playback = cine.playback();
        String key = cine.isPlaying() ? "viewer.cine.plays." : "viewer.cine.stands.";
        lines.add(words.text(key + playback.course(), rate(cine.rate().imagesPerSecond())));
        if (playback.first() > 0 || playback.last() < viewport.frameCount() - 1) {
            lines.add(words.text(
                    "viewer.cine.range", String.valueOf(playback.first() + 1), String.valueOf(playback.last() + 1)));
        }
        return lines;
    }

    /** What the speed on the screen must not be taken for. */
    // [impl->req~viewer.cine-late~1]
    List<String> cautions() {
        if (!cine.isPlaying() || !cine.isOf(viewport)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (cine.rate().origin() != CineRate.Origin.FILE) {
            lines.add(words.text(
                    "viewer.cine.origin." + cine.rate().origin(),
                    rate(cine.rate().imagesPerSecond())));
        }
        Playback playback = cine.playback();
        if (playback.lateCount() > 0) {
            lines.add(words.text(
                    "viewer.cine.late",
                    String.valueOf(playback.lateCount()),
                    rate(playback.share() * cine.rate().imagesPerSecond())));
        }
        return lines;
    }

    private static String rate(double imagesPerSecond) {
        boolean isWhole = Math.abs(imagesPerSecond - Math.rint(imagesPerSecond)) < SAME;
        return Formats.number(imagesPerSecond, isWhole ? 0 : 1);
    }
}
