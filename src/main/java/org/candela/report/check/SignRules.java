package org.candela.report.check;

import java.util.List;
import org.candela.report.SignChecks;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;

/**
 * The checks that stand before every signature. Reports with voice or templates carry errors in a tenth of cases and
 * dangerous ones in a fiftieth (Ringler 2015), so they run on every edit and cannot be switched off.
 *
 * <p>Exact rules block; rules that read prose only warn, because prose can be meant otherwise than it is read here.
 */
// [impl->req~report.sign-checks~1]
// [impl->req~report.sign-labelled-set~1]
public final class SignRules implements SignChecks {
    private final List<SignRule> rules;

    SignRules(List<SignRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** All checks of this version. */
    public static SignChecks standard() {
        return new SignRules(List.of(
                new IdentityRule(),
                new StudyOnScreenRule(),
                new MissingSectionRule(),
                new UnfilledFieldRule(),
                new MeasurementRule(),
                new AmendmentRule(),
                new SizeSlipRule(),
                new OrganSizeRule(),
                new LateralityRule(),
                new LateralityOrderRule(),
                new SexRule(),
                new AgeRule(),
                new NegationRule(),
                new ChangeRule(),
                new UnfoundedRule(),
                new CriticalRule(),
                new ComparisonDateRule(),
                new ComparisonDeniedRule(),
                new ContrastRule(),
                new RegionRule(),
                new RepeatedWordRule(),
                new SoundAlikeRule(),
                new UnseenWordRule()));
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        CheckedText text = new CheckedText(context);
        return rules.stream().flatMap(rule -> rule.check(text).stream()).toList();
    }
}
