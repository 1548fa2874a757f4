package org.candela.codec.video;

import org.candela.base.CandelaException;

/** There is no program to decode video; says what to do about it. */
public final class NoVideoDecoderException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public NoVideoDecoderException(String message) {
        super("codec.no-video", message);
    }
}
