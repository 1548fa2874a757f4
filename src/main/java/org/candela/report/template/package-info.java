/**
 * The forms of reports: templates of MRRT documents, and which of them suits a study.
 *
 * <p>May use: store, base.
 *
 * <pre>{@code
 * Template template = Templates.shipped().forStudy("CT", "CT HEAD WITHOUT CONTRAST");
 * }</pre>
 */
@NullMarked
package org.candela.report.template;

import org.jspecify.annotations.NullMarked;
