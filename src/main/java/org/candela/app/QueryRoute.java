package org.candela.app;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.TlsProfile;
import org.candela.net.tls.TlsTrust;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.dimse.DimseStudies;

/**
 * The way to the studies of a facility without DICOMweb: its service {@code dimse}, where its web address is one that never
 * exists (RFC 2606), as {@code http://none.invalid}.
 */
final class QueryRoute {
    static final String OWN_TITLE = "CANDELA";
    private static final String NOWHERE = ".invalid";

    private QueryRoute() {}

    /** Empty where the facility has DICOMweb, or no service {@code dimse}. */
    static Optional<StudySource> of(
            Facility facility, List<ServiceEndpoint> services, Places places, Executors executors)
            throws CandelaException {
        Optional<ServiceEndpoint> service = services.stream()
                .filter(each -> each.service() == ServiceEndpoint.Service.QUERY_RETRIEVE)
                .findFirst();
        if (!facility.dicomWeb().getHost().endsWith(NOWHERE) || service.isEmpty()) {
            return Optional.empty();
        }
        try {
            TlsProfile tls = TlsProfile.of(
                    TlsTrust.standard().pinning(facility.access().pins()),
                    places.base().clock());
            DimseEndpoint endpoint = DimseEndpoint.of(service.orElseThrow().uri(), OWN_TITLE);
            return Optional.of(new DimseStudies(
                    facility.id(),
                    new DimseStudies.Peer(
                            new ApplicationEntity(executors.web(), executors.scheduler()).with(tls), endpoint),
                    new DimseStudies.Shelf(
                            places.library(), places.library().files().incoming()),
                    executors.io()));
        } catch (GeneralSecurityException e) {
            throw new CandelaException(
                    "app.certificate", "facility " + facility.id() + ": TLS cannot be set up; check its --pin", e);
        }
    }

    /** What studies are brought into. */
    record Places(House.Base base, StudyLibrary library) {}
}
