package org.candela.worklist.claim;

import java.time.Instant;
import org.candela.worklist.ReadingItem;

/** A study to be claimed once its facility answers; which workitem that is, is not known yet. */
record ClaimWish(ReadingItem.Id id, String accession, Instant at) {}
