package org.candela.order.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ServiceEndpoint;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~order.feed~1]
class FacilitySendersTest {
    private static final FacilityId NORTH = new FacilityId("north");
    private static final FacilityId SOUTH = new FacilityId("south");

    @TempDir
    private Path folder;

    @Test
    void aSenderIsOfOneFacilityOrOfNone() throws Exception {
        try (Database database = Database.open(folder.resolve("f.db"), Clock.systemUTC())) {
            Facilities facilities = new Facilities(database, new AuditLog(), Clock.systemUTC());
            for (FacilityId id : new FacilityId[] {NORTH, SOUTH}) {
                facilities.add(Facility.of(id, id.value(), URI.create("http://localhost/" + id))
                        .withMllp(new MllpEndpoint("localhost", 2575, "RIS", id.value())));
            }
            facilities.saveService(ServiceEndpoint.of(NORTH, "orders", "HIS|N1"));
            facilities.saveService(ServiceEndpoint.of(SOUTH, "orders", "HIS|"));
            Senders senders = new FacilitySenders(facilities);

            assertEquals(Optional.of(NORTH), senders.find("HIS", "N1"));
            assertEquals(Optional.of(SOUTH), senders.find("HIS", "elsewhere"));
            assertEquals(Optional.of(NORTH), senders.find("RIS", "north"));
            assertEquals(Optional.empty(), senders.find("RIS", "west"));
            assertEquals(Optional.empty(), senders.find("", ""));

            facilities.saveService(ServiceEndpoint.of(SOUTH, "orders", "HIS|N1"));
            assertEquals(Optional.empty(), senders.find("HIS", "N1"));
        }
    }
}
