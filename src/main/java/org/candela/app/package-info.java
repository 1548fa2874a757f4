/**
 * The composition root: settings, log files, and who implements what.
 *
 * <p>May use: everything. Nothing uses it.
 *
 * <pre>{@code
 * java -cp … org.candela.app.Main dicom dump image.dcm
 * }</pre>
 */
@NullMarked
package org.candela.app;

import org.jspecify.annotations.NullMarked;
