package org.candela.order;

import java.time.Instant;
import java.util.Optional;
import org.candela.order.Order.Numbers;
import org.candela.order.Order.Orderer;
import org.candela.order.Order.Request;
import org.candela.order.Order.Subject;
import org.candela.order.Order.Times;
import org.candela.study.Patient;

/**
 * A message about an order already told of: what it leaves out stays, what it says is {@code ""} goes (HL7 v2.5.1 §2.5.3.2).
 */
final class OrderChanges {
    /** Two double quotes: a value that is taken away. */
    private static final String TAKEN_AWAY = "\"\"";

    private OrderChanges() {}

    /** {@code told} where nothing was known before. */
    static Order first(Order told) {
        return over(told, told);
    }

    /** {@code told} over what was known. */
    static Order over(Order before, Order told) {
        return new Order(
                told.facility(),
                told.source(),
                numbers(before.numbers(), told.numbers()),
                request(before.request(), told.request()),
                subject(before.subject(), told.subject()),
                new Orderer(
                        text(before.orderer().name(), told.orderer().name()),
                        text(before.orderer().phone(), told.orderer().phone())),
                times(before.times(), told.times()),
                told.status(),
                told.step());
    }

    private static Numbers numbers(Numbers before, Numbers told) {
        return new Numbers(
                text(before.placer(), told.placer()),
                text(before.filler(), told.filler()),
                text(before.accession(), told.accession()),
                text(before.accessionIssuer(), told.accessionIssuer()),
                told.study().or(before::study));
    }

    private static Request request(Request before, Request told) {
        return new Request(
                text(before.priorityWord(), told.priorityWord()),
                text(before.modality(), told.modality()),
                text(before.procedureCode(), told.procedureCode()),
                text(before.procedure(), told.procedure()),
                text(before.reason(), told.reason()));
    }

    private static Subject subject(Subject before, Subject told) {
        Patient old = before.patient();
        Patient now = told.patient();
        Patient patient = new Patient(
                text(old.id(), now.id()),
                text(old.issuer(), now.issuer()),
                text(old.name(), now.name()),
                now.birthDate().or(old::birthDate),
                text(old.sex(), now.sex()));
        return new Subject(patient, text(before.state(), told.state()));
    }

    private static Times times(Times before, Times told) {
        Optional<Instant> requested = told.requested().or(before::requested);
        return new Times(requested, told.deadline().or(before::deadline), told.received());
    }

    private static String text(String before, String told) {
        String now = told.isBlank() ? before : told;
        return now.equals(TAKEN_AWAY) ? "" : now;
    }
}
