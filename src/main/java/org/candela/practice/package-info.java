/**
 * What keeps the reader legal: licences, credentials, malpractice policies, engagements, and the gate that asks them before
 * a study is claimed and again before it is signed.
 *
 * <p>May use: base, facility, store, audit. What law and contracts ask for is modelled for advice; it is no legal advice,
 * and decides from the reader's own records alone.
 *
 * <pre>{@code
 * GateDecision decision = ClaimGate.STANDARD.decide(question, practice.records());
 * if (!decision.isOpen()) { show(decision.blocks()); }
 * }</pre>
 */
@NullMarked
package org.candela.practice;

import org.jspecify.annotations.NullMarked;
