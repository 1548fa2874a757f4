/**
 * Critical results: what was found, whom it was told, when and how, until it was read back. Policies of facilities, loops that
 * stay open until somebody there knows, the sentence for the report, and what a report lacks of them.
 *
 * <p>May use: facility, store, audit, base.
 *
 * <pre>{@code
 * CriticalLoop loop = loops.open(new Finding(subject, CriticalCategory.MINUTES, "tension pneumothorax"), identifiedAt, "reader");
 * loops.add(loop.id(), new Happening.Attempted(call, Outcome.NO_ANSWER), "reader");
 * loops.add(loop.id(), new Happening.Told(communication), "reader");
 * String sentence = ReportSentence.of(loop, policy.zone());
 * }</pre>
 */
@NullMarked
package org.candela.critical;

import org.jspecify.annotations.NullMarked;
