package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.candela.Fuzz;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** What a peer says on a whole association, made by our own code: the seeds that need no other program. */
final class Conversations {
    static final DimseEndpoint PEER = DimseEndpoint.of(URI.create("dicom://PEER@127.0.0.1:104"), "CANDELA");
    private static final String STORAGE = UID.SecondaryCaptureImageStorage.value();
    private static final Uid SYNTAX = new Uid(Contexts.UNCOMPRESSED.get(0));
    private static final int PENDING = 0xFF00;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Conversations say(Pdu pdu) {
        said.writeBytes(PduCodec.encode(pdu));
        return this;
    }

    private Conversations command(int context, CommandSet command) {
        return say(new Pdu.DataTransfer(List.of(new Pdu.Pdv(context, 3, command.encode()))));
    }

    private Conversations message(int context, CommandSet command, Attributes data) throws IOException {
        command.number(CommandSet.DATA_SET_TYPE, 1);
        return say(new Pdu.DataTransfer(List.of(
                new Pdu.Pdv(context, 3, command.encode()), new Pdu.Pdv(context, 2, DataSets.encode(data, SYNTAX)))));
    }

    private static CommandSet answer(int field, int id, int status) {
        return CommandSet.answer(CommandSet.of(field).number(CommandSet.MESSAGE_ID, id), status);
    }

    /** Takes every context in its first syntax. */
    private static Pdu.AssociateAccept accept(Talk talk) {
        Pdu.AssociateRequest request = talk.contexts().request(PEER);
        List<Pdu.Answered> answers = request.contexts().stream()
                .map(offer ->
                        new Pdu.Answered(offer.id(), 0, offer.transferSyntaxes().get(0)))
                .toList();
        UserInformation user = new UserInformation(
                16384,
                "1.2.3",
                "PEER",
                UserInformation.Window.SYNCHRONOUS,
                request.user().roles(),
                request.user().opaque());
        return new Pdu.AssociateAccept(request.called(), request.calling(), answers, user);
    }

    /** What a provider says to each of {@link Talk}, each seed beginning with the number of its talk. */
    static List<Fuzz.Seed> ofProviders() throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (Talk talk : Talk.values()) {
            Conversations conversation = new Conversations();
            conversation.said.write(talk.mark());
            conversation.say(accept(talk));
            conversation.answer(talk);
            conversation.say(new Pdu.ReleaseReply());
            seeds.add(new Fuzz.Seed("own " + talk, conversation.said.toByteArray()));
        }
        return seeds;
    }

    private void answer(Talk talk) throws IOException {
        switch (talk) {
            case ECHO -> command(1, answer(CommandSet.C_ECHO, 1, 0));
            case FIND ->
                message(1, answer(CommandSet.C_FIND, 1, PENDING), Talk.study())
                        .message(1, answer(CommandSet.C_FIND, 1, PENDING), Talk.study())
                        .command(1, answer(CommandSet.C_FIND, 1, 0));
            case GET ->
                message(3, store(1), Talk.object())
                        .message(3, store(2), Talk.object())
                        .command(1, answer(CommandSet.C_GET, 1, PENDING).number(CommandSet.REMAINING, 1))
                        .command(1, answer(CommandSet.C_GET, 1, 0).number(CommandSet.COMPLETED, 2));
            case MOVE ->
                command(1, answer(CommandSet.C_MOVE, 1, PENDING).number(CommandSet.REMAINING, 1))
                        .message(1, answer(CommandSet.C_MOVE, 1, 0xB000), new Attributes())
                        .command(1, answer(CommandSet.C_MOVE, 1, 0));
            case STORE -> command(1, answer(CommandSet.C_STORE, 1, 0));
            case WORKITEM ->
                command(5, answer(CommandSet.N_ACTION, 1, 0))
                        .message(5, answer(CommandSet.N_GET, 2, 0), Talk.study())
                        .command(5, answer(CommandSet.N_SET, 3, 1));
            case COMMITMENT -> command(9, answer(CommandSet.N_ACTION, 1, 0)).message(9, event(), committed());
            default -> throw new IllegalArgumentException("no answer to " + talk);
        }
    }

    private static CommandSet store(int id) {
        return CommandSet.of(CommandSet.C_STORE)
                .text(CommandSet.AFFECTED_CLASS, STORAGE)
                .text(CommandSet.AFFECTED_INSTANCE, "2.25.100")
                .number(CommandSet.MESSAGE_ID, id);
    }

    private static CommandSet event() {
        return CommandSet.of(CommandSet.N_EVENT_REPORT)
                .text(CommandSet.AFFECTED_CLASS, Contexts.COMMITMENT)
                .text(CommandSet.AFFECTED_INSTANCE, "1.2.840.10008.1.20.1.1")
                .number(CommandSet.MESSAGE_ID, 7)
                .number(CommandSet.EVENT_TYPE, 1);
    }

    private static Attributes committed() {
        Attributes item = new Attributes()
                .set(Tag.ReferencedSOPClassUID, VR.UI, STORAGE)
                .set(Tag.ReferencedSOPInstanceUID, VR.UI, "2.25.100");
        return new Attributes().set(0x00081195, VR.UI, "2.25.77").setItems(Tag.ReferencedSOPSequence, List.of(item));
    }

    /** What a user says to the port: it stores, reports an event, echoes, cancels what is over and releases. */
    static List<Fuzz.Seed> ofUsers() throws IOException {
        Pdu.AssociateRequest request = new Pdu.AssociateRequest(
                "CANDELA",
                "PEER",
                List.of(
                        new Pdu.Proposed(1, STORAGE, Contexts.UNCOMPRESSED),
                        new Pdu.Proposed(3, Contexts.COMMITMENT, Contexts.UNCOMPRESSED),
                        new Pdu.Proposed(5, Contexts.VERIFICATION, Contexts.UNCOMPRESSED)),
                new UserInformation(
                        16384,
                        "1.2.3",
                        "PEER",
                        new UserInformation.Window(4, 1),
                        List.of(
                                new UserInformation.Role(STORAGE, true, false),
                                new UserInformation.Role(Contexts.COMMITMENT, false, true)),
                        List.of(UserInformation.SubItem.extended(STORAGE, new byte[] {2, 0, 3, 0, 1, 0}))));
        Conversations conversation = new Conversations()
                .say(request)
                .message(1, store(1), Talk.object())
                .message(3, event(), committed())
                .command(5, CommandSet.of(CommandSet.C_ECHO).number(CommandSet.MESSAGE_ID, 8))
                .command(5, CommandSet.of(CommandSet.C_CANCEL).number(CommandSet.RESPONDED_ID, 8))
                .message(5, CommandSet.of(CommandSet.C_FIND).number(CommandSet.MESSAGE_ID, 9), Talk.study())
                .say(new Pdu.ReleaseRequest());
        Conversations brief = new Conversations()
                .say(request)
                .command(5, CommandSet.of(CommandSet.C_ECHO).number(CommandSet.MESSAGE_ID, 1))
                .say(new Pdu.Abort(0, 0));
        return List.of(
                new Fuzz.Seed("own user", conversation.said.toByteArray()),
                new Fuzz.Seed("own user that aborts", brief.said.toByteArray()));
    }
}
