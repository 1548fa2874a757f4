/**
 * How a reader writes, kept: words the reader knows to be right, the form of dates, what is written for spoken words.
 *
 * <p>May use: report.template (who holds it), report.wording, store, base.
 *
 * <pre>{@code
 * WritingStyle style = new WritingStyles(database, clock).of("reader-1", "north");
 * new OwnWords(database, clock, "reader-1").add("osteophytosis");
 * }</pre>
 */
@NullMarked
package org.candela.report.style;

import org.jspecify.annotations.NullMarked;
