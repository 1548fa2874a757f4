/**
 * DICOMweb client (PS3.18): query by QIDO-RS, retrieve by WADO-RS, store by STOW-RS, workitems by UPS-RS, and the
 * multipart/related stream both directions share.
 *
 * <p>May use: base, dicom, net.tls. Every call blocks, is bounded in time and size, and ends early when cancelled: call it from an
 * I/O executor. A failure is a {@link org.candela.net.web.WebException} that names the request path, never its query.
 *
 * <pre>{@code
 * var http = WebTransport.client(TlsTrust.standard().pinning(fingerprints), ProxySelector.getDefault(), io, clock);
 * var endpoint = WebEndpoint.of(facility.dicomWeb()).as(tokens).retrying(RetryPolicy.STANDARD);
 * var client = new DicomWebClient(endpoint, http);
 * List<Attributes> today = client.searchStudies(QidoQuery.all().matching(Tag.StudyDate, "20261124"), cancellation);
 * client.retrieveStudy(uid, new PartFolder(incoming, file -> library.admit(file, facility.id())), cancellation);
 * new WadoClient(endpoint, http).metadata(WebResource.study(uid), one -> index.add(one.dataSet()), cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.net.web;

import org.jspecify.annotations.NullMarked;
