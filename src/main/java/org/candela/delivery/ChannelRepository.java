package org.candela.delivery;

import java.util.List;
import org.candela.facility.FacilityId;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code delivery_channel}. */
final class ChannelRepository {
    private ChannelRepository() {}

    static void save(Tx tx, DeliveryChannel channel) throws StoreException {
        tx.update(
                "INSERT INTO delivery_channel (facility_id, name, way, address, need, options) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (facility_id, name) DO UPDATE SET way = excluded.way, address = excluded.address,"
                        + " need = excluded.need, options = excluded.options",
                channel.facility().value(),
                channel.name(),
                channel.way(),
                channel.address(),
                channel.need(),
                channel.optionsText());
    }

    static void drop(Tx tx, DeliveryChannel channel) throws StoreException {
        tx.update(
                "DELETE FROM delivery_channel WHERE facility_id = ? AND name = ?",
                channel.facility().value(),
                channel.name());
    }

    static List<DeliveryChannel> of(Tx tx, FacilityId facility) throws StoreException {
        return tx.query(
                "SELECT * FROM delivery_channel WHERE facility_id = ? ORDER BY name",
                ChannelRepository::read,
                facility.value());
    }

    private static DeliveryChannel read(Row row) throws StoreException {
        return new DeliveryChannel(
                new FacilityId(row.string("facility_id")),
                row.string("name"),
                DeliveryChannel.Way.valueOf(row.string("way")),
                row.string("address"),
                DeliveryChannel.Need.valueOf(row.string("need")),
                DeliveryChannel.options(row.string("options")));
    }
}
