package org.candela.net.dimse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * What a peer sends, acknowledged before more is waited for. A peer with Nagle's algorithm on, as DCMTK has by default,
 * writes a PDU in pieces and holds each until the one before is acknowledged, which else takes 40 ms a piece (RFC 1122
 * 4.2.3.2). Only Linux lets us ask for it; elsewhere such a peer stays slow.
 */
// [impl->req~net.dimse.prompt~1]
final class PromptInput extends FilterInputStream {
    private static final SocketOption<Boolean> AT_ONCE = ExtendedSocketOptions.TCP_QUICKACK;

    private final Socket plain;

    private PromptInput(InputStream in, Socket plain) {
        super(in);
        this.plain = plain;
    }

    static InputStream of(Wire.Line line) throws IOException {
        InputStream in = line.spoken().getInputStream();
        return line.plain().supportedOptions().contains(AT_ONCE) ? new PromptInput(in, line.plain()) : in;
    }

    @Override
    public int read() throws IOException {
        plain.setOption(AT_ONCE, true);
        return in.read();
    }

    /** The kernel forgets the option whenever data goes out, so it is asked for each time. */
    @Override
    public int read(byte[] into, int start, int count) throws IOException {
        plain.setOption(AT_ONCE, true);
        return in.read(into, start, count);
    }
}
