package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;

/**
 * What was measured of one thing (PS3.16 TID 1410 with one region, TID 1411 with several, TID 1501 with none: then each
 * measurement has its own sources).
 *
 * @param tracking what the thing is called, so that it is found again in later reports
 * @param finding what it is; empty when not stated
 * @param site where it is; empty when not stated
 * @param comment words about it; may be empty
 * @param regions outlines of the thing; may be empty
 */
public record MeasurementGroup(
        Tracking tracking,
        Optional<Code> finding,
        Optional<Site> site,
        String comment,
        List<Region> regions,
        List<Measurement> measurements) {
    public MeasurementGroup {
        regions = List.copyOf(regions);
        measurements = List.copyOf(measurements);
    }

    /** One without words. */
    public MeasurementGroup(
            Tracking tracking,
            Optional<Code> finding,
            Optional<Site> site,
            List<Region> regions,
            List<Measurement> measurements) {
        this(tracking, finding, site, "", regions, measurements);
    }

    /**
     * Name of the thing.
     *
     * @param identifier for people; may be empty
     * @param uid empty in files that state none
     */
    public record Tracking(String identifier, Optional<Uid> uid) {}

    /**
     * Finding Site.
     *
     * @param laterality empty when not stated
     */
    public record Site(Code site, Optional<Code> laterality) {}
}
