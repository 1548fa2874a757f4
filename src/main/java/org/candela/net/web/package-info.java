/**
 * DICOMweb client (PS3.18): query by QIDO-RS, retrieve by WADO-RS, store by STOW-RS, and the multipart/related stream
 * both directions share.
 *
 * <p>May use: base, dicom. Every call blocks, is bounded in time and size, and ends early when cancelled: call it from an
 * I/O executor. A failure is a {@link org.candela.net.web.WebException} that names the request path, never its query.
 *
 * <pre>{@code
 * var client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), http);
 * List<Attributes> today = client.searchStudies(QidoQuery.all().matching(Tag.StudyDate, "20261124"), cancellation);
 * client.retrieveStudy(uid, new PartFolder(incoming, file -> library.admit(file, facility.id())), cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.net.web;

import org.jspecify.annotations.NullMarked;
