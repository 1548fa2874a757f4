/**
 * What goes by age or with a contract: rows of patients, records past their own long age, copies and leftover files; and the
 * log of what went, which names nobody.
 *
 * <p>May use: facility, store, audit, base. Its SQL touches tables of many rooms on purpose: one place lists every table with a
 * word on how long it stays ({@link org.candela.purge.Holdings}), and a test holds that list against the schema.
 *
 * <pre>{@code
 * PurgeLog.Run run = log.begin(PurgeLog.Kind.AGE, "", "daily", "purge");
 * for (CasePurge.Due due : cases.due(policies.all(), held)) { cases.delete(run, due); }
 * log.end(run);
 * }</pre>
 */
@NullMarked
package org.candela.purge;

import org.jspecify.annotations.NullMarked;
