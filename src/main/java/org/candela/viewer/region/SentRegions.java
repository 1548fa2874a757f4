package org.candela.viewer.region;

import java.util.List;
import java.util.Map;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/** A segmentation or structure set that came beside images. Safe from any thread. */
public interface SentRegions {
    /** All of its regions, wherever they lie. */
    List<RegionName> names();

    /** How far each of them reaches, as far as that is known. May read and decode on the calling thread. */
    Map<RegionName, RegionReach> reaches();

    /**
     * What of it lies on an image. May read and decode on the calling thread.
     *
     * @param stepMm usual distance to the next slice, mm; 0 where unknown
     */
    FoundRegions on(FrameKey key, LoadedFrame loaded, double stepMm);
}
