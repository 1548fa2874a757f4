package org.candela.dictation.trend;

import java.time.LocalDate;

/**
 * One day with one engine.
 *
 * @param engine as {@code SpeechEngine.id}
 * @param reports that were signed final and held something dictated
 */
public record AccuracyDay(LocalDate day, String engine, int reports, Accuracy accuracy) {}
