package org.candela.critical.ui;

import java.time.Duration;
import java.time.Instant;
import org.candela.base.CandelaException;
import org.candela.critical.Communication;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.Happening;
import org.candela.critical.ui.CriticalViewModel.Prefill;
import org.candela.critical.ui.CriticalViewModel.Seat;
import org.candela.facility.FacilityId;

/** Makes records of what was typed. Any thread; blocks on the disk. */
record CallRecords(CriticalLoops loops, Seat seat) {
    CriticalPolicy policy(FacilityId facility) {
        CriticalPolicy policy = loops.policy(facility);
        return policy.ladder().isEmpty() ? policy.orCalling(seat.contact().apply(facility)) : policy;
    }

    /** The loop of the form, which is opened where it is new. */
    CriticalLoop open(Prefill prefill, CallEntry entry) throws CandelaException {
        if (prefill.loop().isPresent()) {
            return prefill.loop().orElseThrow();
        }
        Instant at = moment(prefill.subject().facility(), entry.identifiedAt());
        return loops.open(prefill.subject(), entry.category(), entry.finding(), at, seat.reader());
    }

    CriticalLoop tried(Prefill prefill, CallEntry entry) throws CandelaException {
        CriticalLoop loop = open(prefill, entry);
        Happening tried = new Happening.Attempted(
                entry.who(), entry.phone(), entry.method(), seat.clock().instant(), entry.outcome());
        return loops.add(loop.id(), tried, seat.reader());
    }

    CriticalLoop told(Prefill prefill, CallEntry entry) throws CandelaException {
        CriticalLoop loop = open(prefill, entry);
        Communication told = communication(loop, entry);
        boolean isCorrection = loop.state() == CriticalLoop.State.TOLD;
        return loops.add(
                loop.id(),
                isCorrection ? new Happening.Corrected(told, entry.notes()) : new Happening.Told(told),
                seat.reader());
    }

    /** A call is written down by the minute: one in the minute of the identification was not before it. */
    private Communication communication(CriticalLoop loop, CallEntry entry) {
        Instant typed = moment(loop.subject().facility(), entry.receivedAt());
        boolean isSameMinute = typed.isBefore(loop.identifiedAt())
                && typed.plus(Duration.ofMinutes(1)).isAfter(loop.identifiedAt());
        return new Communication(
                entry.receiver(),
                entry.role(),
                seat.printedName(),
                entry.method(),
                isSameMinute ? loop.identifiedAt() : typed,
                entry.isReadBack() ? ReadBack.READ_BACK : ReadBack.NOT_READ_BACK,
                entry.notes());
    }

    private Instant moment(FacilityId facility, String typed) {
        return CallTimes.last(typed, policy(facility).zone(), seat.clock().instant());
    }
}
