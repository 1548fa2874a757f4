/**
 * The dialog of an export: what, as what and where; the sheet of what leaves; progress and where it lies.
 *
 * <p>May use: viewer.export, viewer.picture, dicom.object, image, ui, base.
 *
 * <pre>{@code
 * new ExportWindow(desk, owner).open(paths.exports());
 * }</pre>
 */
@NullMarked
package org.candela.viewer.export.ui;

import org.jspecify.annotations.NullMarked;
