package org.candela.net.web;

import java.io.IOException;

/** A multipart stream that is cut short, malformed or beyond its limits. The part being read must not be used. */
public final class MultipartException extends IOException {
    private static final long serialVersionUID = 1L;

    MultipartException(String problem) {
        super(problem);
    }
}
