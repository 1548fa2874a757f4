package org.candela.facility;

import java.util.Comparator;
import java.util.List;
import org.candela.facility.ServiceEndpoint.Route;
import org.candela.facility.ServiceEndpoint.Service;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code facility_service}. */
final class ServiceRepository {
    private static final Comparator<ServiceEndpoint> ORDER = Comparator.comparing(ServiceEndpoint::facility)
            .thenComparing(ServiceEndpoint::service)
            .thenComparing(ServiceEndpoint::route);

    private ServiceRepository() {}

    static void save(Tx tx, ServiceEndpoint endpoint) throws StoreException {
        tx.update(
                "INSERT INTO facility_service (facility_id, service, route, address) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (facility_id, service, route) DO UPDATE SET address = excluded.address",
                endpoint.facility().value(),
                endpoint.service(),
                endpoint.route(),
                endpoint.address());
    }

    static void drop(Tx tx, ServiceEndpoint endpoint) throws StoreException {
        tx.update(
                "DELETE FROM facility_service WHERE facility_id = ? AND service = ? AND route = ?",
                endpoint.facility().value(),
                endpoint.service(),
                endpoint.route());
    }

    static List<ServiceEndpoint> list(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM facility_service", ServiceRepository::read).stream()
                .sorted(ORDER)
                .toList();
    }

    private static ServiceEndpoint read(Row row) throws StoreException {
        return new ServiceEndpoint(
                new FacilityId(row.string("facility_id")),
                Service.valueOf(row.string("service")),
                Route.valueOf(row.string("route")),
                row.string("address"));
    }
}
