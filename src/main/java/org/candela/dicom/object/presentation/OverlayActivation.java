package org.candela.dicom.object.presentation;

/**
 * An overlay of the referenced images, or of the state itself, that is shown (PS3.3 C.11.7).
 *
 * @param group 6000 to 601E, even
 * @param layer name of the graphic layer it is drawn in
 */
public record OverlayActivation(int group, String layer) {}
