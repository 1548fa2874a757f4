package org.candela.report;

import java.time.Instant;

/** Who signed, meaning what, when: shown with the report and bound to it by its hash. */
public record Signature(Signer signer, SignatureMeaning meaning, Instant signedAt) {}
