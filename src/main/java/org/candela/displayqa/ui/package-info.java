/**
 * What display QA shows: patches on the display under test.
 *
 * <p>May use: displayqa, calibration, calibration.device, image, ui, base.
 *
 * <pre>{@code
 * try (FxPatchPresenter patches = new FxPatchPresenter(device, new UiExecutor(), Duration.ofMillis(300))) {
 *     patches.show(0xFF808080);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.ui;

import org.jspecify.annotations.NullMarked;
