package org.candela.displayqa.trend;

import java.time.Instant;

/** One value of a series, in the unit of its quantity, and the run that measured it. */
public record TrendPoint(long run, Instant at, double value) {}
