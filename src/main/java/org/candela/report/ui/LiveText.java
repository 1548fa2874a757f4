package org.candela.report.ui;

import java.util.UUID;

/** What is understood so far of an utterance, worded as it would be written. Shown, never kept. */
record LiveText(UUID utterance, String text) {}
