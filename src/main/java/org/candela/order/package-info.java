/**
 * What facilities have asked for: orders by message, worklist or workitem, kept version by version, and merged with the
 * studies that answer them.
 *
 * <p>May use: study, facility, store, audit, base.
 *
 * <pre>{@code
 * orders.keep(told);
 * OrderIndex index = orders.of(study.facility());
 * OrderedStudy row = OrderMerge.merge(study, index.naming(study), PriorityWords.STANDARD);
 * }</pre>
 */
@NullMarked
package org.candela.order;

import org.jspecify.annotations.NullMarked;
