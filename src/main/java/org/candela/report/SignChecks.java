package org.candela.report;

import java.util.List;

/** What stands before every signature and cannot be switched off. Pure and quick enough for the FX thread. */
@FunctionalInterface
public interface SignChecks {
    /** Everything found, by rule, then by place in the report. */
    List<SignFinding> check(SignContext context);
}
