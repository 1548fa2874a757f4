package org.candela.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.net.web.MediaType;
import org.candela.net.web.MultipartLimits;
import org.candela.net.web.MultipartReader;
import org.candela.net.web.MultipartWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers QIDO-RS, WADO-RS and STOW-RS from an archive, or fails as asked. One call a request, on the server's threads. */
final class DicomWebHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DicomWebHandler.class);
    private static final int OK = 200;
    private static final int PARTLY_STORED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    /** PS3.18 Table 10.5.3-1: cannot understand. */
    private static final int CANNOT_UNDERSTAND = 0xC000;

    private final DemoArchive archive;
    private final DemoFaults faults;
    private final Path incoming;

    DicomWebHandler(DemoArchive archive, DemoFaults faults, Path incoming) {
        this.archive = archive;
        this.faults = faults;
        this.incoming = incoming;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String below = exchange.getRequestURI().getPath().substring(DemoFacility.ROOT.length());
            WebPath path = WebPath.parse(below);
            Service service = serviceFor(exchange, path);
            faults.await(service);
            switch (faults.of(service)) {
                case SERVER_ERROR -> send(exchange, SERVER_ERROR, new byte[0]);
                case HANG_UP, SILENCE -> LOG.debug("hung up on purpose");
                default -> answer(exchange, path, service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Service serviceFor(HttpExchange exchange, WebPath path) {
        if (exchange.getRequestMethod().equals("POST")) {
            return Service.STORE;
        }
        return path.isSearch() ? Service.QUERY : Service.RETRIEVE;
    }

    private void answer(HttpExchange exchange, WebPath path, Service service) throws IOException {
        switch (service) {
            case STORE -> store(exchange);
            case QUERY -> search(exchange, path);
            default -> retrieve(exchange, path);
        }
    }

    private void search(HttpExchange exchange, WebPath path) throws IOException {
        List<Attributes> found = path.search(archive);
        QueryString query;
        try {
            query = QueryString.parse(exchange.getRequestURI().getRawQuery());
        } catch (NumberFormatException e) {
            send(exchange, BAD_REQUEST, new byte[0]);
            return;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        query.select(found).forEach(result -> array.add(DicomJson.toJson(result)));
        exchange.getResponseHeaders().set("Content-Type", MediaType.DICOM_JSON);
        byte[] body = array.toString().getBytes(StandardCharsets.UTF_8);
        if (faults.of(Service.QUERY) == Fault.HALF_ANSWER) {
            sendHalf(exchange, body);
        } else {
            send(exchange, OK, body);
        }
    }

    private void retrieve(HttpExchange exchange, WebPath path) throws IOException {
        List<DemoArchive.Stored> objects = path.objects(archive);
        if (objects.isEmpty()) {
            send(exchange, NOT_FOUND, new byte[0]);
            return;
        }
        String boundary = MultipartWriter.newBoundary();
        exchange.getResponseHeaders().set("Content-Type", MediaType.multipartOf(MediaType.DICOM, boundary));
        Fault fault = faults.of(Service.RETRIEVE);
        boolean isCut = fault == Fault.HALF_ANSWER;
        long total = totalBytes(objects);
        // A length that is never reached makes the server end the connection instead of the answer.
        exchange.sendResponseHeaders(OK, isCut ? 2 * total : 0);
        OutputStream body = new CutStream(exchange.getResponseBody(), isCut ? total / 2 : Long.MAX_VALUE);
        MultipartWriter writer = new MultipartWriter(body, boundary);
        for (DemoArchive.Stored object : objects) {
            writer.part(MediaType.DICOM, object.file());
        }
        if (fault != Fault.WRONG_END) {
            writer.close();
        }
    }

    private static long totalBytes(List<DemoArchive.Stored> objects) throws IOException {
        long total = 0;
        for (DemoArchive.Stored object : objects) {
            total += Files.size(object.file());
        }
        return total;
    }

    private void store(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        Optional<String> boundary = MediaType.parse(type).parameter("boundary");
        if (boundary.isEmpty()) {
            send(exchange, BAD_REQUEST, new byte[0]);
            return;
        }
        StoreAnswer answer = new StoreAnswer();
        MultipartReader reader =
                new MultipartReader(exchange.getRequestBody(), boundary.orElseThrow(), MultipartLimits.DICOM);
        for (var part = reader.next(); part.isPresent(); part = reader.next()) {
            keep(part.orElseThrow(), answer);
        }
        exchange.getResponseHeaders().set("Content-Type", MediaType.DICOM_JSON);
        send(exchange, answer.status(), answer.json());
    }

    private void keep(MultipartReader.Part part, StoreAnswer answer) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(incoming), "stow-", ".part");
        try {
            Files.copy(part.body(), file, StandardCopyOption.REPLACE_EXISTING);
            answer.stored(archive.keep(file));
        } catch (DicomFormatException e) {
            LOG.info("refused an object [{}]", e.code());
            answer.refused();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** PS3.18 §10.5.3. */
    private static final class StoreAnswer {
        private final List<Attributes> stored = new ArrayList<>();
        private final List<Attributes> failed = new ArrayList<>();

        void stored(DemoArchive.Stored object) {
            stored.add(new Attributes()
                    .set(Tag.ReferencedSOPInstanceUID, VR.UI, object.instance().value()));
        }

        void refused() {
            failed.add(new Attributes()
                    .set(Tag.ReferencedSOPInstanceUID, VR.UI, Uid.random().value())
                    .setNumbers(Tag.FailureReason, VR.US, CANNOT_UNDERSTAND));
        }

        int status() {
            return failed.isEmpty() ? OK : stored.isEmpty() ? CONFLICT : PARTLY_STORED;
        }

        byte[] json() {
            Attributes answer = new Attributes();
            answer.setItems(Tag.ReferencedSOPSequence, stored);
            answer.setItems(Tag.FailedSOPSequence, failed);
            return DicomJson.toJson(answer).toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sendHalf(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("cut on purpose");
    }
}
