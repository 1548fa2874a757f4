package org.candela.order.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;

/**
 * Senders as facilities are set up: by their service {@code orders}, else by the names that reports are sent to. A sender
 * that two facilities name is nobody's: an order on the wrong list is worse than one that is refused.
 */
public final class FacilitySenders implements Senders {
    private final Facilities facilities;

    public FacilitySenders(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public Optional<FacilityId> find(String application, String facility) throws CandelaException {
        List<ServiceEndpoint> named = facilities.services().stream()
                .filter(service -> service.service() == ServiceEndpoint.Service.ORDERS)
                .filter(service -> service.sender().get(0).equals(application))
                .toList();
        Set<FacilityId> exact = owners(named, facility);
        if (!exact.isEmpty()) {
            return only(exact);
        }
        Set<FacilityId> any = owners(named, "");
        if (!any.isEmpty()) {
            return only(any);
        }
        return only(facilities.list().stream()
                .filter(each -> each.mllp()
                        .filter(mllp -> mllp.receivingApplication().equals(application)
                                && mllp.receivingFacility().equals(facility))
                        .isPresent())
                .map(each -> each.id())
                .collect(Collectors.toSet()));
    }

    private static Set<FacilityId> owners(List<ServiceEndpoint> services, String facility) {
        return services.stream()
                .filter(service -> service.sender().get(1).equals(facility))
                .map(ServiceEndpoint::facility)
                .collect(Collectors.toSet());
    }

    private static Optional<FacilityId> only(Set<FacilityId> owners) {
        return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
    }
}
