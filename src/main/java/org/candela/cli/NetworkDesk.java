package org.candela.cli;

import java.util.List;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Network;

/** The workstation as far as its ways out are concerned; closing it lets the store go. */
public interface NetworkDesk extends AutoCloseable {
    /** Those that are reached over a network. */
    List<Facility> facilities() throws CandelaException;

    /** How a facility is measured now. */
    LinkMeter.Target target(Facility facility, Link link) throws CandelaException;

    LinkMeter meter();

    LinkRecords records();

    LinkBook book();

    Network network();

    @Override
    void close() throws CandelaException;
}
