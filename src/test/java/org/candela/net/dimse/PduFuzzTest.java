package org.candela.net.dimse;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.junit.jupiter.api.Test;

/** Bytes that may be PDUs, and bytes that may be commands: each is read, or refused as what it is. */
// [utest->req~net.dimse.pdus~1]
class PduFuzzTest {
    private static final DimseEndpoint PEER = DimseEndpoint.of(URI.create("dicom://PACS@localhost:104"), "CANDELA");

    /** Every type with everything that can stand in it. */
    static List<Pdu> pdus() {
        Pdu.AssociateRequest request = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes())
                .relational()
                .as("reader", "secret")
                .request(PEER);
        UserInformation window = request.user().within(new UserInformation.Window(3, 0));
        Pdu.AssociateRequest small = Contexts.normalized().request(PEER);
        return List.of(
                request,
                new Pdu.AssociateRequest("PACS", "CANDELA", small.contexts(), window),
                Acceptance.of(request),
                Acceptance.of(small),
                new Pdu.AssociateReject(1, 1, 7),
                new Pdu.DataTransfer(List.of(
                        new Pdu.Pdv(1, 3, CommandSet.of(CommandSet.C_ECHO).encode()),
                        new Pdu.Pdv(3, 0, new byte[200]),
                        new Pdu.Pdv(3, 2, new byte[0]))),
                new Pdu.ReleaseRequest(),
                new Pdu.ReleaseReply(),
                new Pdu.Abort(2, 6));
    }

    @Test
    void everyPduIsReadOrRefused() {
        List<Fuzz.Seed> seeds = pdus().stream()
                .map(pdu -> new Fuzz.Seed(pdu.getClass().getSimpleName(), PduCodec.encode(pdu)))
                .toList();

        Fuzz.slice("net.dimse.pdu", 3000)
                .allowing(PduException.class)
                .run(
                        seeds,
                        new PduMutation(0)::mutated,
                        (input, random) -> input.length < PduCodec.HEADER
                                ? input
                                : PduCodec.decode(
                                        input[0] & 0xFF, Arrays.copyOfRange(input, PduCodec.HEADER, input.length)))
                .requireBothOutcomes();
    }

    @Test
    void everyCommandIsReadOrRefused() {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        CommandSet request = CommandSet.of(CommandSet.N_ACTION)
                .text(CommandSet.REQUESTED_CLASS, Contexts.UPS_PUSH)
                .text(CommandSet.REQUESTED_INSTANCE, "1.2.3.4")
                .number(CommandSet.MESSAGE_ID, 5)
                .number(CommandSet.ACTION_TYPE, 3)
                .tags(CommandSet.ATTRIBUTES, List.of(0x00100020, 0x0020000D));
        seeds.add(new Fuzz.Seed("N-ACTION-RQ", request.encode()));
        seeds.add(
                new Fuzz.Seed("N-ACTION-RSP", CommandSet.answer(request, 0xC301).encode()));
        seeds.add(new Fuzz.Seed("C-ECHO-RQ", CommandSet.of(CommandSet.C_ECHO).encode()));

        Fuzz.slice("net.dimse.command", 2000)
                .allowing(PduException.class)
                .run(seeds, Mutator::mutated, (input, random) -> {
                    CommandSet command = CommandSet.decode(input);
                    command.text(CommandSet.AFFECTED_INSTANCE);
                    return CommandSet.answer(command, command.number(CommandSet.STATUS))
                            .encode();
                })
                .requireBothOutcomes();
    }
}
