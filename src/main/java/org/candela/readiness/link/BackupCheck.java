package org.candela.readiness.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/** Whether there is a second way out, and when it was last seen to work. */
// [impl->req~readiness.backup~1]
public final class BackupCheck implements ReadinessCheck {
    private static final String ID = "network.backup";
    private static final String TITLE = "Backup link";
    private static final String TEST = "Test it: candela network backup test.";

    private final LinkBook book;
    private final Duration holds;
    private final Clock clock;

    /** @param holds how long a test counts */
    public BackupCheck(LinkBook book, Duration holds, Clock clock) {
        this.book = book;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<LinkBook.Backup> backup = book.backup();
            if (backup.isEmpty()) {
                return warning("None is on file.", "Say what it is: candela network backup set.")
                        .with(Evidence.MISSING);
            }
            String text = backup.orElseThrow().text();
            return book.lastTest()
                    .map(test -> judge(text, test))
                    .orElseGet(() -> warning(text + ", never tested.", TEST).with(Evidence.MISSING));
        } catch (StoreException e) {
            return new ReadinessItem(
                    ID, TITLE, Status.NOT_ASSESSED, "What is on file cannot be read (" + e.code() + ").", "");
        }
    }

    private ReadinessItem judge(String backup, LinkBook.Tested test) {
        Duration age = Duration.between(test.at(), clock.instant());
        String rate = test.megabits() > 0 ? String.format(Locale.ROOT, ", %.1f Mbit/s down", test.megabits()) : "";
        String value = "tested " + days(age);
        String reason = backup + ", " + value + rate + ".";
        ReadinessItem item = age.compareTo(holds) > 0 ? warning(reason, TEST) : ReadinessItem.ready(ID, TITLE, reason);
        return item.with(Evidence.measured(value, test.at(), test.route()));
    }

    private static String days(Duration age) {
        long days = age.toDays();
        return days == 0 ? "today" : days == 1 ? "1 day ago" : days + " days ago";
    }

    private static ReadinessItem warning(String reason, String whatToDo) {
        return new ReadinessItem(ID, TITLE, Status.WARNING, reason, whatToDo);
    }
}
