/**
 * Documents of a case shown beside its images: structured reports, PDF and waveforms; found with study and priors, opened
 * one at a time, moved through by keys. Needs no toolkit.
 *
 * <p>May use: viewer, study, image, dicom, dicom.object, dicom.object.structured, dicom.object.document,
 * dicom.object.waveform, base.
 *
 * <pre>{@code
 * Documents documents = new Documents(session, files, ui);
 * new DocumentsOfCase(library, io, ui).follow(session, documents);
 * documents.open();
 * }</pre>
 */
@NullMarked
package org.candela.viewer.document;

import org.jspecify.annotations.NullMarked;
