package org.candela.order;

import org.candela.study.StudySummary;

/**
 * A study with what orders say of it.
 *
 * @param study its priority and its patient's state are those that count
 */
public record OrderedStudy(StudySummary study, OrderFacts facts) {}
