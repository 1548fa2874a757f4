/**
 * Regions beside images: segmentations and the contours of radiotherapy structure sets, as values, and which of them lie
 * on an image.
 *
 * <p>May use: dicom, dicom.image, dicom.object, image, base.
 *
 * <pre>{@code
 * Segmentation segmentation = SegmentationReader.read(file.dataSet());
 * SegmentMasks masks = new SegmentMasks(segmentation, FrameReader.open(path));
 * for (SegmentMask mask : masks.on(target)) {
 *     draw(mask.opacity(), segmentation.segment(mask.segment()));
 * }
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object.region;

import org.jspecify.annotations.NullMarked;
