/**
 * Critical results on the work screen: a line that counts what is open, and in the list's place whom to call now and the record
 * of who was told.
 *
 * <p>May use: critical, facility, ui, base.
 *
 * <pre>{@code
 * CriticalViewModel model = new CriticalViewModel(loops, threads, seat);
 * CriticalView view = CriticalView.over(worklist, model);
 * }</pre>
 */
@NullMarked
package org.candela.critical.ui;

import org.jspecify.annotations.NullMarked;
