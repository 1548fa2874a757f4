package org.candela.practice;

/** Before what the gate is asked. */
public enum GateStep {
    CLAIM,
    SIGN
}
