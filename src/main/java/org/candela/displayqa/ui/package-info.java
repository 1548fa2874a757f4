/**
 * What display QA shows: the page that runs it and reads it out, and patches on the display under test.
 *
 * <p>May use: displayqa, displayqa.measure, displayqa.ledger, displayqa.report, displayqa.trend, displayqa.watch, facility,
 * calibration.pattern, calibration, calibration.device, image, ui, base.
 *
 * <pre>{@code
 * DisplayQaViewModel model = new DisplayQaViewModel(services, threads, clock, luts::refresh);
 * Node page = new DisplayQaView(model);
 * model.refresh();
 * try (FxPatchPresenter patches = new FxPatchPresenter(device, new UiExecutor(), Duration.ofMillis(300))) {
 *     patches.show(0xFF808080);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.ui;

import org.jspecify.annotations.NullMarked;
