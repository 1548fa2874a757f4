package org.candela.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalPolicies;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.CriticalPolicy.NamedFinding;
import org.candela.critical.CriticalPolicy.Step;
import org.candela.critical.KeptPolicy;
import org.candela.critical.PolicyText;
import org.candela.facility.FacilityId;
import org.candela.facility.ui.FacilityText;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/** What a facility wants done with critical findings, as text, and what that means for a call. Blocks. */
// [impl->req~app.critical-wishes~1]
final class CriticalWishes implements FacilityText {
    private final FacilityId facility;
    private final CriticalPolicies policies;
    private final Desk desk;
    private final Messages words = Messages.of(CriticalWishes.class);

    /** Who enters a policy, where, and whom the contact card names. */
    record Desk(ZoneId zone, String reader, ContactPhone contactPhone) {}

    /** The number of the contact card; empty where it has none. Blocks on the disk. */
    interface ContactPhone {
        Optional<String> find() throws CandelaException;
    }

    CriticalWishes(FacilityId facility, CriticalPolicies policies, Desk desk) {
        this.facility = facility;
        this.policies = policies;
        this.desk = desk;
    }

    @Override
    public Kept kept() {
        String standing = policies.kept(facility).map(this::standing).orElse(words.text("wishes.start"));
        return new Kept(PolicyText.write(policies.of(facility)), standing);
    }

    private String standing(KeptPolicy kept) {
        return words.text(
                "wishes.version", String.valueOf(kept.version()), kept.by(), Formats.moment(kept.at(), desk.zone()));
    }

    @Override
    public List<String> starters() {
        return List.of();
    }

    @Override
    public String starter(String name) {
        throw new IllegalArgumentException("no policy to begin with: " + name);
    }

    @Override
    public List<String> forms() {
        return List.of(words.text("wishes.form"));
    }

    @Override
    public List<String> subjects() {
        return List.of(words.text("wishes.form"));
    }

    @Override
    public Shown look(String text, Choice choice) throws CandelaException {
        CriticalPolicy policy = PolicyText.read(text, desk.zone());
        CriticalPolicy called = policy.orCalling(desk.contactPhone().find().orElse(""));
        List<String> lines = new ArrayList<>();
        for (CriticalCategory category : CriticalCategory.values()) {
            add(lines, called, category);
        }
        lines.add(
                policy.receivers().isEmpty()
                        ? words.text("wishes.anybody")
                        : words.text("wishes.receivers", String.join(", ", policy.receivers())));
        lines.add(words.text("wishes.zone", policy.zone().getId()));
        List<String> remarks = called.ladder().isEmpty() ? List.of(words.text("wishes.nobody")) : List.of();
        return new Shown(words.text("wishes.form"), remarks, lines, List.of());
    }

    private void add(List<String> lines, CriticalPolicy policy, CriticalCategory category) {
        lines.add(words.text("wishes.category", String.valueOf(category.number()), span(policy.limit(category))));
        for (Step step : policy.ladder(category)) {
            lines.add("    " + words.text("wishes.step", span(step.after()), step.who(), step.phone()));
        }
        policy.findings().stream()
                .filter(finding -> finding.category() == category)
                .map(NamedFinding::term)
                .forEach(term -> lines.add("    · " + term));
        lines.add("");
    }

    private static String span(Duration span) {
        return span.toMinutes() % 60 == 0 && !span.isZero() ? span.toHours() + " h" : span.toMinutes() + " min";
    }

    @Override
    public Kept keep(String text) throws CandelaException {
        policies.enter(facility, PolicyText.read(text, desk.zone()), desk.reader());
        return kept();
    }
}
