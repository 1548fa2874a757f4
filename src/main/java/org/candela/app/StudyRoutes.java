package org.candela.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.candela.base.Cancellation;
import org.candela.facility.Facility;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.ServiceEndpoint.Route;
import org.candela.net.web.DicomWebClient;
import org.candela.study.RemoteStudies;
import org.candela.study.RoutedStudies;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;

/** Studies of a facility over all the ways to it that were told. */
record StudyRoutes(FacilityWeb web, StudyLibrary library, House.Base base, Executor io) {

    StudySource to(Facility facility, List<ServiceEndpoint> services) {
        List<RoutedStudies.Way> ways = new ArrayList<>(List.of(way(facility, Route.PRIMARY, facility.dicomWeb())));
        services.stream()
                .filter(endpoint -> endpoint.service() == ServiceEndpoint.Service.DICOM_WEB)
                .forEach(endpoint -> ways.add(way(facility, endpoint.route(), endpoint.uri())));
        return ways.size() == 1 ? ways.get(0).source() : new RoutedStudies(ways, io, base.clock());
    }

    private RoutedStudies.Way way(Facility facility, Route route, URI root) {
        DicomWebClient client = web.client(facility, root);
        StudySource source = new RemoteStudies(
                facility.id(), client, library, library.files().incoming(), io);
        return new RoutedStudies.Way(route, source, () -> {
            var unused = client.pulse(new Cancellation());
        });
    }
}
