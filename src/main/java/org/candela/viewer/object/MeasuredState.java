package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.dicom.object.structured.GraphicShape;
import org.candela.dicom.object.structured.Measurement;
import org.candela.dicom.object.structured.MeasurementGroup;
import org.candela.dicom.object.structured.Region;
import org.candela.dicom.object.structured.StructuredReport;
import org.candela.image.ImagePoint;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StateGraphics;
import org.candela.viewer.state.StatePresentation;

/** What a measurement report measured on images, seen like the graphics of a presentation state: outlines and numbers. */
// [impl->req~viewer.measurements-shown~1]
record MeasuredState(StructuredReport report, List<MeasurementGroup> groups) implements SentState {
    private static final int SIDES = 72;
    /** More numbers than these beside one outline hide the image; the report has them all. */
    private static final int MOST_NUMBERS = 6;

    MeasuredState {
        groups = List.copyOf(groups);
    }

    @Override
    public Label label() {
        return new Label(report.title(), report.author(), report.identity().created());
    }

    @Override
    public boolean presents() {
        return false;
    }

    @Override
    public StatePresentation on(FrameKey frame, LoadedFrame loaded) {
        return new StatePresentation.Refused("a measurement report does not say how images look");
    }

    @Override
    public boolean appliesTo(FrameKey frame) {
        return groups.stream().flatMap(MeasuredState::regions).anyMatch(region -> isOn(region, frame));
    }

    /** Whether it has anything to draw on any image. */
    boolean draws() {
        return groups.stream().flatMap(MeasuredState::regions).findAny().isPresent();
    }

    private static Stream<Region.OnImage> regions(MeasurementGroup group) {
        return Stream.concat(
                        group.regions().stream(),
                        group.measurements().stream().flatMap(measurement -> measurement.sources().stream()))
                .filter(Region.OnImage.class::isInstance)
                .map(Region.OnImage.class::cast);
    }

    private static boolean isOn(Region.OnImage region, FrameKey frame) {
        return region.image().includes(frame.sopInstance(), frame.frameIndex() + 1);
    }

    @Override
    public StateGraphics graphicsOn(FrameKey frame) {
        List<StateGraphics.Line> lines = new ArrayList<>();
        List<StateGraphics.Text> texts = new ArrayList<>();
        for (MeasurementGroup group : groups) {
            List<Region.OnImage> here = regions(group)
                    .filter(region -> isOn(region, frame))
                    .distinct()
                    .toList();
            here.forEach(region -> lines.addAll(lines(region)));
            here.stream().findFirst().ifPresent(region -> texts.add(text(group, region)));
        }
        return new StateGraphics(lines, texts, 0);
    }

    /** Points alone are lines of one point each. */
    private static List<StateGraphics.Line> lines(Region.OnImage region) {
        return switch (region.shape()) {
            case ELLIPSE -> List.of(new StateGraphics.Line(ellipse(region.points())));
            case CIRCLE -> List.of(new StateGraphics.Line(circle(region.points())));
            case POINT, MULTIPOINT ->
                region.points().stream()
                        .map(point -> new StateGraphics.Line(List.of(point)))
                        .toList();
            case POLYLINE, POLYGON, ELLIPSOID -> List.of(new StateGraphics.Line(region.points()));
        };
    }

    private static List<ImagePoint> circle(List<ImagePoint> points) {
        ImagePoint centre = points.get(0);
        ImagePoint radius = points.get(1).minus(centre);
        return around(centre, radius, new ImagePoint(-radius.row(), radius.column()));
    }

    private static List<ImagePoint> ellipse(List<ImagePoint> ends) {
        ImagePoint centre = between(ends.get(0), ends.get(1));
        return around(centre, ends.get(1).minus(centre), ends.get(3).minus(between(ends.get(2), ends.get(3))));
    }

    private static ImagePoint between(ImagePoint one, ImagePoint other) {
        return new ImagePoint((one.column() + other.column()) / 2, (one.row() + other.row()) / 2);
    }

    /** {@code centre + cos t · one + sin t · other}. */
    private static List<ImagePoint> around(ImagePoint centre, ImagePoint one, ImagePoint other) {
        List<ImagePoint> outline = new ArrayList<>();
        for (int side = 0; side <= SIDES; side++) {
            double angle = 2 * Math.PI * side / SIDES;
            outline.add(new ImagePoint(
                    centre.column() + Math.cos(angle) * one.column() + Math.sin(angle) * other.column(),
                    centre.row() + Math.cos(angle) * one.row() + Math.sin(angle) * other.row()));
        }
        return outline;
    }

    private static StateGraphics.Text text(MeasurementGroup group, Region.OnImage region) {
        List<String> words = new ArrayList<>();
        if (!group.tracking().identifier().isEmpty()) {
            words.add(group.tracking().identifier());
        }
        group.measurements().stream()
                .limit(MOST_NUMBERS)
                .map(MeasuredState::said)
                .forEach(words::add);
        ImagePoint anchor = region.shape() == GraphicShape.ELLIPSE || region.shape() == GraphicShape.CIRCLE
                ? lines(region).get(0).points().get(0)
                : region.points().get(region.points().size() - 1);
        return new StateGraphics.Text(String.join("\n", words), List.of(anchor), Optional.empty());
    }

    private static String said(Measurement measurement) {
        String derived =
                measurement.derivation().map(code -> ", " + code.meaning()).orElse("");
        return measurement.name().meaning() + derived + ": " + measurement.said();
    }
}
