/**
 * What is brought before anybody asks for it: which studies and priors, in which order, and how much of the disk they may
 * take.
 *
 * <p>May use: study, facility.
 *
 * <pre>{@code
 * AheadPlan plan = AheadPlan.of(nextCasesFirst, budget.left());
 * plan.first().ifPresent(study -> retrieve(study));
 * }</pre>
 */
@NullMarked
package org.candela.study.ahead;

import org.jspecify.annotations.NullMarked;
