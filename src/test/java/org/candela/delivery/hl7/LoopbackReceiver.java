package org.candela.delivery.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.candela.facility.MllpEndpoint;

/**
 * A facility's MLLP port on the loopback, with every fault that a real one has shown. It acts by the script given, one
 * entry a message, and accepts once the script is used up.
 */
public final class LoopbackReceiver implements AutoCloseable {
    /** What the receiver does with a message. */
    public enum Act {
        ACCEPT,
        ACCEPT_TWICE,
        COMMIT_ACCEPT,
        COMMIT_THEN_ACCEPT,
        COMMIT_THEN_ERROR,
        COMMIT_THEN_REJECT,
        COMMIT_ERROR,
        COMMIT_REJECT,
        LATE_ACCEPT_THEN_ACCEPT,
        ERROR,
        REJECT,
        WRONG_PATIENT,
        UNKNOWN_ACCESSION,
        UNKNOWN_CODE,
        OTHER_ID,
        OTHER_ID_THEN_ACCEPT,
        GARBAGE,
        GARBAGE_THEN_ACCEPT,
        HALF_ANSWER,
        BYTE_BY_BYTE_FOR_EVER,
        OVERSIZED,
        SILENT,
        HALF_CLOSE,
        DROP
    }

    private final ServerSocket server;
    private final BlockingQueue<Act> script;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public LoopbackReceiver(Act... script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** The same behind a socket of TLS. */
    LoopbackReceiver(ServerSocket server, Act... script) {
        this.server = server;
        this.script = new LinkedBlockingQueue<>(List.of(script));
        start(this::acceptAll);
    }

    public MllpEndpoint endpoint() {
        return new MllpEndpoint("127.0.0.1", server.getLocalPort(), "RIS", "FAC");
    }

    /** Calls {@code listener} with each message before it is answered. */
    public void onMessage(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Every message received, resent ones too, in the order of arrival. */
    public List<String> messages() {
        return messages;
    }

    /** The next message, or a failure after twenty seconds: a program may have to start first. */
    public String awaitMessage() throws InterruptedException {
        String message = arrivals.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message within 20 s");
        }
        return message;
    }

    /** MSH-10 of a message. */
    public static String controlId(String message) {
        return message.split("\\|", -1)[9];
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
    }

    private void acceptAll() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            MllpFrames frames = new MllpFrames(MessageCharset.UTF_8);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (String message : frames.take(ByteBuffer.wrap(buffer, 0, read))) {
                    messages.add(message);
                    listeners.forEach(listener -> listener.accept(message));
                    arrivals.add(message);
                    Act next = script.poll();
                    act(next == null ? Act.ACCEPT : next, controlId(message), socket);
                }
            }
        } catch (IOException e) {
            // the sender has given up; it says so itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Act act, String id, Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        switch (act) {
            case ACCEPT -> answer(out, "AA", id);
            case ACCEPT_TWICE -> {
                answer(out, "AA", id);
                answer(out, "AA", id);
            }
            case COMMIT_ACCEPT -> answer(out, "CA", id);
            case COMMIT_THEN_ACCEPT -> answer(out, id, "CA", "AA");
            case COMMIT_THEN_ERROR -> answer(out, id, "CA", "AE");
            case COMMIT_THEN_REJECT -> answer(out, id, "CA", "AR");
            case COMMIT_ERROR -> answer(out, "CE", id);
            case COMMIT_REJECT -> answer(out, "CR", id);
            case LATE_ACCEPT_THEN_ACCEPT -> {
                answer(out, "AA", "EARLIER-1");
                answer(out, "AA", id);
            }
            case ERROR -> answer(out, "AE", id);
            case REJECT -> answer(out, "AR", id);
            case WRONG_PATIENT -> say(out, "AE", id, "Patient does not match order", "");
            case UNKNOWN_ACCESSION ->
                say(out, "AE", id, "", "ERR||OBR^1^3|204^Unknown key identifier^HL70357|E||||accession not found\r");
            case UNKNOWN_CODE -> answer(out, "ZZ", id);
            case OTHER_ID -> {
                answer(out, "AA", "SOMEBODY-ELSE");
                closing.await();
            }
            case OTHER_ID_THEN_ACCEPT -> {
                answer(out, "AR", "SOMEBODY-ELSE");
                answer(out, "AA", id);
            }
            case GARBAGE -> {
                write(out, "\u000bHTTP/1.1 400 Bad Request\u001c\r");
                closing.await();
            }
            case GARBAGE_THEN_ACCEPT -> {
                write(out, "noise before the frame");
                answer(out, "AA", id);
            }
            case HALF_ANSWER -> {
                write(out, "\u000bMSH|^~\\&|RIS\rMSA|A");
                socket.close();
            }
            case BYTE_BY_BYTE_FOR_EVER -> {
                write(out, "\u000bMSH|");
                while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                    write(out, "x");
                }
            }
            case OVERSIZED -> write(out, "\u000bMSH|" + "x".repeat(2 * MllpFrames.LARGEST_ANSWER));
            case SILENT -> closing.await();
            case HALF_CLOSE -> {
                socket.shutdownOutput();
                closing.await();
            }
            case DROP -> socket.close();
        }
    }

    private static void answer(OutputStream out, String id, String first, String second) throws IOException {
        answer(out, first, id);
        answer(out, second, id);
    }

    private static void answer(OutputStream out, String code, String id) throws IOException {
        String words = code.equals("AR") ? "unknown order" : code.equals("AE") ? "database busy" : "";
        String error = code.equals("AR") ? "ERR|||204^Unknown key identifier^HL70357|E\r" : "";
        say(out, code, id, words, error);
    }

    private static void say(OutputStream out, String code, String id, String words, String error) throws IOException {
        write(
                out,
                "\u000bMSH|^~\\&|RIS|FAC|CANDELA|1999|20261124013015||ACK^R01|X1|P|2.5.1\rMSA|" + code + "|" + id + "|"
                        + words + "\r" + error + "\u001c\r");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "loopback-receiver");
        thread.setDaemon(true);
        thread.start();
    }
}
