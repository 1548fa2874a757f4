package org.candela.demo;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on a number of bytes and then breaks, as a server that dies. */
final class CutStream extends FilterOutputStream {
    private long left;

    CutStream(OutputStream target, long most) {
        super(target);
        this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int count = (int) Math.min(length, left);
        out.write(bytes, offset, count);
        left -= count;
        if (count < length) {
            out.flush();
            throw new IOException("cut on purpose");
        }
    }
}
