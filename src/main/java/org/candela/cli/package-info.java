/**
 * The command line: one class a command, each with {@code --json}; exit 0 is yes, 1 is no, 2 is bad input with one line.
 *
 * <p>May use: the features, dicom, dicom.image, image, audit, store, backup, calibration, calibration.device, base.
 *
 * <pre>{@code
 * int exit = Candela.commandLine(() -> 0, List.of(new AuditCommand(paths::database, clock))).execute("audit", "verify");
 * }</pre>
 */
@NullMarked
package org.candela.cli;

import org.jspecify.annotations.NullMarked;
