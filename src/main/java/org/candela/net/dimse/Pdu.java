package org.candela.net.dimse;

import java.util.List;

/** A protocol data unit of PS3.8 §9.3. Values only; {@link PduCodec} knows the bytes. */
sealed interface Pdu {
    /** PDU type, the first byte. */
    int type();

    /** A-ASSOCIATE-RQ (§9.3.2). */
    record AssociateRequest(String called, String calling, List<Proposed> contexts, UserInformation user)
            implements Pdu {
        public AssociateRequest {
            contexts = List.copyOf(contexts);
        }

        @Override
        public int type() {
            return 1;
        }
    }

    /** A presentation context on offer (§9.3.2.2); the id is odd. */
    record Proposed(int id, String abstractSyntax, List<String> transferSyntaxes) {
        public Proposed {
            transferSyntaxes = List.copyOf(transferSyntaxes);
        }
    }

    /** A-ASSOCIATE-AC (§9.3.3). */
    record AssociateAccept(String called, String calling, List<Answered> contexts, UserInformation user)
            implements Pdu {
        public AssociateAccept {
            contexts = List.copyOf(contexts);
        }

        @Override
        public int type() {
            return 2;
        }
    }

    /** The answer to a presentation context (§9.3.3.2): result 0 is acceptance. */
    record Answered(int id, int result, String transferSyntax) {}

    /** A-ASSOCIATE-RJ (§9.3.4). */
    record AssociateReject(int result, int source, int reason) implements Pdu {
        @Override
        public int type() {
            return 3;
        }
    }

    /** P-DATA-TF (§9.3.5). */
    record DataTransfer(List<Pdv> values) implements Pdu {
        public DataTransfer {
            values = List.copyOf(values);
        }

        @Override
        public int type() {
            return 4;
        }
    }

    /** A presentation data value: bit 0 of {@code header} tells a command, bit 1 the last fragment (Annex E.2). */
    record Pdv(int contextId, int header, byte[] bytes) {
        boolean isCommand() {
            return (header & 1) != 0;
        }

        boolean isLast() {
            return (header & 2) != 0;
        }
    }

    /** A-RELEASE-RQ (§9.3.6). */
    record ReleaseRequest() implements Pdu {
        @Override
        public int type() {
            return 5;
        }
    }

    /** A-RELEASE-RP (§9.3.7). */
    record ReleaseReply() implements Pdu {
        @Override
        public int type() {
            return 6;
        }
    }

    /** A-ABORT (§9.3.8): source 0 the user, 2 the provider. */
    record Abort(int source, int reason) implements Pdu {
        @Override
        public int type() {
            return 7;
        }
    }
}
