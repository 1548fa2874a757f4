/**
 * The facilities that the reader works for, entered and changed in a window.
 *
 * <p>May use: facility, net.web (which addresses are confidential), ui, base.
 *
 * <pre>{@code
 * FacilitiesModel model = new FacilitiesModel(services, threads);
 * new FacilitiesWindow(stage, owner, model).open();
 * }</pre>
 */
@NullMarked
package org.candela.facility.ui;

import org.jspecify.annotations.NullMarked;
