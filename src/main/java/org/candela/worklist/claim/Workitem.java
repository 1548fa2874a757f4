package org.candela.worklist.claim;

import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/**
 * A facility's workitem: the task to read one study.
 *
 * @param study Study Instance UID
 * @param uid SOP Instance UID of the unified procedure step
 */
public record Workitem(FacilityId facility, Uid study, Uid uid) {}
