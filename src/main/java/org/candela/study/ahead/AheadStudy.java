package org.candela.study.ahead;

import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * A study that may be brought before it is asked for.
 *
 * @param facility who has it
 * @param bytesHere size of its objects that are in the library
 * @param bytesMissing about how much is to come; 0 when nothing is
 */
public record AheadStudy(Uid uid, FacilityId facility, long bytesHere, long bytesMissing) {
    public AheadStudy {
        if (bytesHere < 0 || bytesMissing < 0) {
            throw new IllegalArgumentException("no sizes: " + bytesHere + ", " + bytesMissing);
        }
    }

    /** Whether nothing is to come. */
    public boolean isHere() {
        return bytesMissing == 0;
    }

    /** The same study, of which nothing more is to come. */
    public AheadStudy whole() {
        return new AheadStudy(uid, facility, bytesHere, 0);
    }
}
