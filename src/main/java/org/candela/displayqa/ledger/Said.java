package org.candela.displayqa.ledger;

import java.time.Instant;

/** When something was said or entered, and by whom. */
public record Said(Instant at, String operator) {}
