package org.candela.dictation.ui;

import java.time.Instant;
import java.util.UUID;

/** One utterance in the panel, with the words as they were understood; empty when nothing was. */
public record HeardLine(UUID id, Instant at, String words) {}
