package org.candela.readiness.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code link_measurement}. */
final class LinkRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LinkRepository() {}

    static void append(Tx tx, LinkMeasurement measurement) throws StoreException {
        tx.update(
                "INSERT INTO link_measurement (facility, link, measured_at, down_bps, up_bps, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                measurement.facility().value(),
                measurement.link(),
                measurement.at(),
                measurement.down().map(Throughput::bitsPerSecond),
                measurement.up().map(Throughput::bitsPerSecond),
                LinkJson.write(measurement).toString());
    }

    static Optional<LinkMeasurement> latest(Tx tx, FacilityId facility, Link link) throws StoreException {
        return tx.one(
                "SELECT body FROM link_measurement WHERE facility = ? AND link = ? ORDER BY id DESC LIMIT 1",
                LinkRepository::read,
                facility.value(),
                link);
    }

    static List<LinkMeasurement> of(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT body FROM link_measurement WHERE facility = ? ORDER BY id",
                LinkRepository::read,
                facility.value());
    }

    private static LinkMeasurement read(Row row) throws StoreException {
        try {
            return LinkJson.read(MAPPER.readValue(row.string("body"), ObjectNode.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StoreException("store.value", "a measurement of a link cannot be read", e);
        }
    }
}
