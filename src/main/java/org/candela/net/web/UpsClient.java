package org.candela.net.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomJson;
import org.candela.dicom.Dictionary;
import org.candela.dicom.VR;
import org.candela.net.web.Call.Repeat;

/**
 * Workitems of one service: unified procedure steps by UPS-RS (PS3.18 §11, PS3.4 Annex CC).
 *
 * <p>Who claims a workitem makes a transaction UID and keeps it secret: only its owner can change the workitem afterwards,
 * so keep it where a crash does not lose it. Calls block for as long as the endpoint allows; safe from any thread.
 */
// [impl->req~net.web.ups~1]
public final class UpsClient {
    private static final int TRANSACTION_UID = tag("TransactionUID");
    private static final int PROCEDURE_STEP_STATE = tag("ProcedureStepState");

    private final WebCalls calls;

    /** @param http shared by all clients; the endpoint's limits apply, not those of {@code http} */
    public UpsClient(WebEndpoint endpoint, HttpClient http) {
        this(new WebCalls(endpoint, http));
    }

    UpsClient(WebCalls calls) {
        this.calls = calls;
    }

    private static int tag(String keyword) {
        return Dictionary.standard().tag(keyword).orElseThrow();
    }

    /** Workitems that match. */
    public List<Attributes> search(QidoQuery query, Cancellation cancellation) throws WebException {
        return new Paging(calls, "/workitems", query).search(cancellation);
    }

    /** One workitem; empty when the server has none, or no longer has it. */
    public Optional<Attributes> retrieve(Uid workitem, Cancellation cancellation) throws WebException {
        Call call = Call.getJson(uri("/workitems/" + workitem));
        return calls.read(
                call,
                answer -> {
                    if (answer.status() == 404 || answer.status() == 410) {
                        return Optional.empty();
                    }
                    return JsonAnswer.read(answer.requireContent()).stream().findFirst();
                },
                cancellation);
    }

    /**
     * Makes a workitem with this UID, in state SCHEDULED. Not repeated by itself: one that was made before its answer was
     * lost would be told as a conflict.
     */
    public UpsOutcome create(Uid workitem, Attributes content, Cancellation cancellation) throws WebException {
        return send("POST", "/workitems?" + workitem, json(content, Repeat.UNSAFE), cancellation);
    }

    /** Changes attributes; {@code transaction} is the one it was claimed with. Saying the same twice changes nothing. */
    public UpsOutcome update(Uid workitem, Uid transaction, Attributes changes, Cancellation cancellation)
            throws WebException {
        String path = "/workitems/" + workitem + "?" + transaction;
        return send("POST", path, json(changes, Repeat.SAFE), cancellation);
    }

    /** Changes attributes of a workitem nobody has claimed. */
    public UpsOutcome update(Uid workitem, Attributes changes, Cancellation cancellation) throws WebException {
        return send("POST", "/workitems/" + workitem, json(changes, Repeat.SAFE), cancellation);
    }

    /** Makes it ours under a transaction UID that is new for it: SCHEDULED to IN PROGRESS. */
    public UpsOutcome claim(Uid workitem, Uid transaction, Cancellation cancellation) throws WebException {
        return changeState(workitem, transaction, UpsState.IN_PROGRESS, cancellation);
    }

    /** Ends what is ours as done; the server checks that what a finished step needs is there. */
    public UpsOutcome complete(Uid workitem, Uid transaction, Cancellation cancellation) throws WebException {
        return changeState(workitem, transaction, UpsState.COMPLETED, cancellation);
    }

    /**
     * Ends what is ours as not done. There is no way back from IN PROGRESS to SCHEDULED (PS3.4 Figure CC.1.1-1): to give a
     * workitem back, cancel it and let its maker schedule another.
     */
    public UpsOutcome cancel(Uid workitem, Uid transaction, Cancellation cancellation) throws WebException {
        return changeState(workitem, transaction, UpsState.CANCELED, cancellation);
    }

    private UpsOutcome changeState(Uid workitem, Uid transaction, UpsState state, Cancellation cancellation)
            throws WebException {
        Attributes change = new Attributes()
                .set(TRANSACTION_UID, VR.UI, transaction.value())
                .set(PROCEDURE_STEP_STATE, VR.CS, state.term());
        // Safe to repeat: the same transaction asking for the same state is told that it is so already.
        return send("PUT", "/workitems/" + workitem + "/state", json(change, Repeat.SAFE), cancellation);
    }

    /** Asks whoever owns it to stop; {@code request} may give reason and contact, and may be empty. */
    public UpsOutcome requestCancellation(Uid workitem, Attributes request, Cancellation cancellation)
            throws WebException {
        return send("POST", "/workitems/" + workitem + "/cancelrequest", json(request, Repeat.SAFE), cancellation);
    }

    /** Asks to be told of changes; the answer names where the events are, for {@link UpsEventChannel}. */
    public Subscribed subscribe(UpsSubscription subscription, Cancellation cancellation) throws WebException {
        Call call = call("POST", subscription.pathAndQuery(), Call.Payload.NONE);
        return calls.read(
                call,
                answer -> new Subscribed(
                        UpsOutcome.of(answer),
                        events(subscription, answer.header("Content-Location").orElse(""))),
                cancellation);
    }

    /**
     * The answer to a subscription.
     *
     * @param events where the event channel of the subscriber is
     */
    public record Subscribed(UpsOutcome outcome, URI events) {}

    /** Asks to be told no more. */
    public UpsOutcome unsubscribe(UpsSubscription subscription, Cancellation cancellation) throws WebException {
        return send("DELETE", subscription.path(), Call.Payload.NONE, cancellation);
    }

    /** Keeps the subscriptions there are, and asks not to be subscribed to new workitems. */
    public UpsOutcome suspend(UpsSubscription global, Cancellation cancellation) throws WebException {
        return send("POST", global.path() + "/suspend", Call.Payload.NONE, cancellation);
    }

    /** As the server says, if that is at its own host; else at the place the standard gives (PS3.18 §11.13). */
    private URI events(UpsSubscription subscription, String told) {
        URI usual = UpsEventChannel.uriOf(calls.endpoint(), subscription.aeTitle());
        try {
            URI place = usual.resolve(told);
            boolean isSocket = "wss".equals(place.getScheme())
                    || ("ws".equals(place.getScheme()) && "ws".equals(usual.getScheme()));
            return isSocket && usual.getHost().equalsIgnoreCase(place.getHost()) ? place : usual;
        } catch (IllegalArgumentException e) {
            return usual;
        }
    }

    private static Call.Payload json(Attributes content, Repeat repeat) {
        return Call.Payload.text("[" + DicomJson.toJson(content) + "]", repeat);
    }

    private UpsOutcome send(String method, String path, Call.Payload payload, Cancellation cancellation)
            throws WebException {
        return calls.read(call(method, path, payload), UpsOutcome::of, cancellation);
    }

    private Call call(String method, String path, Call.Payload payload) {
        Map<String, String> fields = payload.equals(Call.Payload.NONE)
                ? Map.of("Accept", MediaType.DICOM_JSON)
                : Map.of("Accept", MediaType.DICOM_JSON, "Content-Type", MediaType.DICOM_JSON);
        return new Call(method, uri(path), fields, payload);
    }

    private URI uri(String path) {
        return calls.endpoint().resolve(path);
    }
}
