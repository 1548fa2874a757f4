package org.candela.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;

/** Opens images; knows what decodes videos, where {@link FrameReader#open(Path)} has nothing that does. */
@FunctionalInterface
public interface FrameFiles {
    /** As {@link FrameReader#open(Path)}. */
    FrameReader open(Path path) throws IOException, CandelaException;
}
