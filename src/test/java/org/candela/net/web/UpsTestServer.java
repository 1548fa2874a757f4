package org.candela.net.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.TestWeb;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.dicom.Dictionary;
import org.candela.dicom.VR;

/** Workitems in memory by the rules of PS3.18 §11 and the state table PS3.4 CC.1.1-2, as far as a client can see them. */
public final class UpsTestServer implements TestWeb.Script {
    public static final int STATE =
            Dictionary.standard().tag("ProcedureStepState").orElseThrow();
    public static final int TRANSACTION =
            Dictionary.standard().tag("TransactionUID").orElseThrow();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Map<String, String> deleted = new ConcurrentHashMap<>();

    private static final class Item {
        private Attributes content = new Attributes();
        private String transaction = "";
    }

    void delete(String uid) {
        items.remove(uid);
        deleted.put(uid, uid);
    }

    @Override
    public void answer(TestWeb.Reply reply, TestWeb.Asked asked, int number) throws IOException {
        String below = asked.target().substring("/dicom-web/workitems".length());
        String path = below.replaceAll("\\?.*", "");
        String query = below.contains("?") ? below.substring(below.indexOf('?') + 1) : "";
        String[] parts = path.split("/");
        String uid = parts.length > 1 ? parts[1] : "";
        if (path.contains("/subscribers/")) {
            subscribe(reply, asked, parts);
        } else if (path.isEmpty()) {
            all(reply, asked, query);
        } else if (deleted.containsKey(uid)) {
            reply.status(410);
        } else if (!items.containsKey(uid)) {
            reply.status(404);
        } else {
            one(reply, asked, new Target(uid, parts.length > 2 ? parts[2] : "", query));
        }
    }

    private record Target(String uid, String action, String query) {}

    private void subscribe(TestWeb.Reply reply, TestWeb.Asked asked, String[] parts) throws IOException {
        switch (asked.method()) {
            case "POST" ->
                reply.with("Content-Location", "/dicom-web/ws/" + parts[3]).status(201);
            case "DELETE" -> reply.status(200);
            default -> reply.status(405);
        }
    }

    private void all(TestWeb.Reply reply, TestWeb.Asked asked, String query) throws IOException {
        if (asked.method().equals("GET")) {
            StringBuilder json = new StringBuilder();
            items.values()
                    .forEach(item -> json.append(json.isEmpty() ? "" : ",").append(DicomJson.toJson(item.content)));
            reply.json("[" + json + "]");
        } else if (items.containsKey(query)) {
            reply.status(409);
        } else {
            Item item = new Item();
            item.content = read(asked.body()).set(STATE, VR.CS, "SCHEDULED");
            items.put(query, item);
            reply.with("Location", "/dicom-web/workitems/" + query).status(201);
        }
    }

    private void one(TestWeb.Reply reply, TestWeb.Asked asked, Target target) throws IOException {
        Item item = Objects.requireNonNull(items.get(target.uid()));
        if (asked.method().equals("GET")) {
            reply.json("[" + DicomJson.toJson(item.content) + "]");
            return;
        }
        switch (target.action()) {
            case "state" -> changeState(reply, item, read(asked.body()));
            case "cancelrequest" -> reply.status(state(item).equals("COMPLETED") ? 409 : 202);
            default -> update(reply, item, target.query());
        }
    }

    private static void update(TestWeb.Reply reply, Item item, String transaction) throws IOException {
        reply.status(item.transaction.equals(transaction) ? 200 : 400);
    }

    private static void changeState(TestWeb.Reply reply, Item item, Attributes change) throws IOException {
        String wanted = change.string(STATE).orElse("");
        String transaction = change.string(TRANSACTION).orElse("");
        boolean isClaim = wanted.equals("IN PROGRESS");
        if (isClaim && state(item).equals("SCHEDULED")) {
            item.transaction = transaction;
            item.content.set(STATE, VR.CS, wanted);
            reply.status(200);
        } else if (!transaction.equals(item.transaction)) {
            reply.status(isClaim ? 409 : 400);
        } else if (wanted.equals(state(item))) {
            reply.with("Warning", "299 test: The UPS is already in the requested state of " + wanted)
                    .status(200);
        } else if (!state(item).equals("IN PROGRESS")) {
            reply.status(409);
        } else {
            item.content.set(STATE, VR.CS, wanted);
            reply.status(200);
        }
    }

    private static String state(Item item) {
        return item.content.string(STATE).orElse("");
    }

    private static Attributes read(String body) throws IOException {
        try {
            return DicomJson.fromJson(MAPPER.readTree(body).get(0), "a request");
        } catch (DicomFormatException e) {
            throw new IOException(e);
        }
    }
}
