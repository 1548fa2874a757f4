package org.candela.viewer.hanging;

/** Which stack hangs at one place, and how it looks. */
public record CellPlan(StackSelector selector, CellLook look) {}
