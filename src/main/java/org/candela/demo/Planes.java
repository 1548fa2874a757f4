package org.candela.demo;

import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** Image Plane module (PS3.3 C.7.6.2). */
final class Planes {
    private Planes() {}

    static void add(Attributes attributes, SlicePlane plane) {
        Vector3 origin = plane.origin();
        Vector3 row = plane.rowDirection();
        Vector3 column = plane.columnDirection();
        attributes.setNumbers(Tag.ImagePositionPatient, VR.DS, origin.x(), origin.y(), origin.z());
        attributes.setNumbers(
                Tag.ImageOrientationPatient, VR.DS, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
        attributes.setNumbers(
                Tag.PixelSpacing,
                VR.DS,
                plane.spacing().rowSpacingMm(),
                plane.spacing().columnSpacingMm());
    }
}
