package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;

/** Shutters of a presentation state (PS3.3 C.7.6.11, C.7.6.15). */
final class ShutterWriter {
    /** The last group: images use the first ones. */
    private static final int BITMAP_GROUP = 0x601E;

    private ShutterWriter() {}

    static void write(DisplayShutter shutter, Attributes target) {
        List<String> shapes = new ArrayList<>();
        shutter.rectangle().ifPresent(open -> {
            shapes.add("RECTANGULAR");
            target.setNumbers(StateTag.ShutterLeftVerticalEdge, VR.IS, open.left() + 1.0)
                    .setNumbers(StateTag.ShutterRightVerticalEdge, VR.IS, open.right() + 1.0)
                    .setNumbers(StateTag.ShutterUpperHorizontalEdge, VR.IS, open.top() + 1.0)
                    .setNumbers(StateTag.ShutterLowerHorizontalEdge, VR.IS, open.bottom() + 1.0);
        });
        shutter.circle().ifPresent(open -> {
            shapes.add("CIRCULAR");
            target.setNumbers(
                            StateTag.CenterOfCircularShutter,
                            VR.IS,
                            Math.rint(open.center().row() + 1),
                            Math.rint(open.center().column() + 1))
                    .setNumbers(StateTag.RadiusOfCircularShutter, VR.IS, Math.rint(open.radius()));
        });
        if (!shutter.polygon().isEmpty()) {
            shapes.add("POLYGONAL");
            target.setNumbers(
                    StateTag.VerticesOfThePolygonalShutter,
                    VR.IS,
                    shutter.polygon().stream()
                            .flatMap(point ->
                                    List.of(Math.rint(point.row() + 1), Math.rint(point.column() + 1)).stream())
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        shutter.bitmap().ifPresent(plane -> {
            shapes.add("BITMAP");
            target.setNumbers(StateTag.ShutterOverlayGroup, VR.US, BITMAP_GROUP);
            StateOverlays.write(plane, BITMAP_GROUP, target);
        });
        target.set(StateTag.ShutterShape, VR.CS, shapes.toArray(String[]::new))
                .setNumbers(StateTag.ShutterPresentationValue, VR.US, shutter.pValue());
    }
}
