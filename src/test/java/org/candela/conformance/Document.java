package org.candela.conformance;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.GoldenDocument;

/** docs/conformance.md, whose parts are what was measured. */
final class Document {
    private static final GoldenDocument DOCUMENT = new GoldenDocument(
            Path.of("docs/conformance.md"), "<!-- measured: %s -->", "<!-- end of what was measured -->");

    private Document() {}

    /** The committed part {@code name} must be {@code measured}. */
    static void check(String name, String measured) throws IOException {
        DOCUMENT.check(name, measured);
    }
}
