package org.candela.readiness.contingency;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.candela.facility.Facility;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/** Whether the contingency sheet is there, filled in and not old. */
// [impl->req~readiness.contingency~1]
public final class ContingencyCheck implements ReadinessCheck {
    private static final String ID = "contingency";
    private static final String TITLE = "Contingency sheet";
    private static final int SHOWN = 3;

    private final ContingencyBook book;
    private final Collection<Facility> facilities;
    private final int months;
    private final Clock clock;

    /**
     * @param facilities whose numbers stand on it
     * @param months how long a line counts
     */
    public ContingencyCheck(ContingencyBook book, Collection<Facility> facilities, int months, Clock clock) {
        this.book = book;
        this.facilities = List.copyOf(facilities);
        this.months = months;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return judge(book.sheet(facilities));
        } catch (StoreException e) {
            return new ReadinessItem(
                    ID, TITLE, Status.NOT_ASSESSED, "What is on file cannot be read (" + e.code() + ").", "");
        }
    }

    private ReadinessItem judge(ContingencySheet sheet) {
        if (sheet.oldest().isEmpty()) {
            return warning("There is none.", "Write it: candela contingency set --help.")
                    .with(Evidence.MISSING);
        }
        Instant oldest = sheet.oldest().orElseThrow();
        List<String> missing = sheet.missing();
        Evidence evidence = Evidence.attested(
                missing.isEmpty() ? "filled in" : missing.size() + " lines missing", oldest, "contingency sheet");
        if (!missing.isEmpty()) {
            String more = missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "";
            String first = String.join("; ", missing.subList(0, Math.min(SHOWN, missing.size())));
            return warning("Not filled in: " + first + more + ".", "Fill it in: candela contingency set.")
                    .with(evidence);
        }
        String since = "Filled in; its oldest line is of " + day(oldest) + ".";
        boolean isOld = day(oldest).plusMonths(months).isBefore(day(clock.instant()));
        return (isOld
                        ? warning(since, "Call each number once, then enter it again.")
                        : ReadinessItem.ready(ID, TITLE, since))
                .with(evidence);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static ReadinessItem warning(String reason, String whatToDo) {
        return new ReadinessItem(ID, TITLE, Status.WARNING, reason, whatToDo);
    }
}
