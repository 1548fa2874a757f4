package org.candela.app;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.web.RetryPolicy;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebEndpoint;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.candela.worklist.claim.FacilityClaims;
import org.candela.worklist.claim.WorkitemClaims;

/**
 * Claims of a desk without windows, at the facilities of its home that keep them: the product's own, with short patience.
 *
 * @param lost studies that turned out to be another reader's, as they were told
 */
record WindowlessClaims(FacilityClaims claims, DeskClaims desk, List<ReadingItem.Id> lost) {
    private static final Duration ANSWER = Duration.ofMillis(300);
    private static final RetryPolicy RETRIES = new RetryPolicy(2, Duration.ofMillis(10), Duration.ofMillis(20));
    private static final Cancellation NEVER = new Cancellation();

    static WindowlessClaims of(House house, Worklist worklist, HttpClient http) throws CandelaException {
        House.Base base = house.base();
        Facilities known = new Facilities(base.database(), base.audit(), base.clock());
        Map<FacilityId, UpsClient> services = new LinkedHashMap<>();
        for (FacilityId facility : house.reached().workitems().keySet()) {
            known.services(facility).stream()
                    .filter(endpoint -> endpoint.service() == ServiceEndpoint.Service.UPS_RS)
                    .map(endpoint -> WebEndpoint.of(endpoint.uri())
                            .within(ANSWER, ANSWER)
                            .retrying(RETRIES))
                    .forEach(endpoint -> services.put(facility, new UpsClient(endpoint, http)));
        }
        FacilityClaims claims = new FacilityClaims(
                services,
                new WorkitemClaims(services, base.database(), base.audit(), base.clock()),
                new FacilityClaims.Desk(worklist, base.database(), base.clock(), TestRoom.READER));
        List<ReadingItem.Id> lost = new CopyOnWriteArrayList<>();
        claims.onLost(lost::add);
        return new WindowlessClaims(claims, new DeskClaims(claims, worklist), lost);
    }

    /** As the room does by its timer and after each final signature; how many have no answer yet. */
    synchronized int settle() throws CandelaException {
        return claims.settle(NEVER);
    }
}
