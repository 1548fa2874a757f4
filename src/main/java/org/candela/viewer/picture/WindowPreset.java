package org.candela.viewer.picture;

import org.candela.image.VoiWindow;

/**
 * A window by name.
 *
 * @param modality the Modality (0008,0060) whose values it is meant for
 */
public record WindowPreset(String id, String name, String modality, VoiWindow window) {}
